import type { HealthFinding, HealthSubject } from '#contract/health-finding'
import { subjectName } from './subject-name.ts'

export type FindingColumn = 'severity' | 'subject' | 'finding' | 'age' | 'size'

export interface FindingOrder {
  readonly column: FindingColumn
  readonly isDescending: boolean
}

/** What is wrong comes first. */
export const firstOrder: FindingOrder = { column: 'severity', isDescending: true }

/** Findings in the order of one column; those that are equal in it stay in the order of what they are about. */
export function orderFindings(
  findings: readonly HealthFinding[],
  { column, isDescending }: FindingOrder,
): readonly HealthFinding[] {
  const sign = isDescending ? -1 : 1
  const compare = comparisons[column]
  return placed(findings)
    .sort((one, other) => sign * compare(one, other) || bySubject(one, other) || byId(one, other))
    .map(({ finding }) => finding)
}

/** By the same column the other way round; by another one as people mostly want it. */
export function nextOrder(order: FindingOrder, column: FindingColumn): FindingOrder {
  if (order.column === column) return { column, isDescending: !order.isDescending }
  return { column, isDescending: column !== 'subject' && column !== 'finding' }
}

/** A finding with the place of its machine, volume or file among the others. */
interface Placed {
  readonly finding: HealthFinding
  readonly place: number
  /** Within that. */
  readonly name: string
}

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })

/** Names are compared once for each machine and not for each of its findings: a large host has tens of thousands. */
function placed(findings: readonly HealthFinding[]): Placed[] {
  const named = findings.map((finding) => ({ finding, ...namesOf(finding.subject) }))
  const inOrder = [...new Set(named.map(({ whole }) => whole))].sort(names.compare)
  const places = new Map(inOrder.map((whole, place) => [whole, place]))
  return named.map(({ finding, whole, name }) => ({ finding, name, place: places.get(whole) ?? 0 }))
}

function namesOf(subject: HealthSubject): { readonly whole: string; readonly name: string } {
  return subject.kind === 'checkpoint'
    ? { whole: subject.vmName, name: subject.name }
    : { whole: subjectName(subject), name: '' }
}

type Compare = (one: Placed, other: Placed) => number

const bySubject: Compare = (one, other) => one.place - other.place || names.compare(one.name, other.name)
const byId: Compare = ({ finding: one }, { finding: other }) => (one.id < other.id ? -1 : 1)

const comparisons: Readonly<Record<FindingColumn, Compare>> = {
  severity: byFigure(({ severity }) => (severity === 'wrong' ? 1 : 0)),
  subject: bySubject,
  finding: ({ finding: one }, { finding: other }) =>
    names.compare(one.kind, other.kind) || names.compare(one.sentence, other.sentence),
  age: byFigure(({ age }) => age),
  size: byFigure(({ bytes }) => bytes),
}

/** What has no figure sorts below every figure. */
function byFigure(figure: (finding: HealthFinding) => number | null): Compare {
  return ({ finding: one }, { finding: other }) => (figure(one) ?? -1) - (figure(other) ?? -1)
}
