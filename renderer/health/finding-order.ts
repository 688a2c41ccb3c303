import type { HealthFinding } from '#contract/health-finding'
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
  return [...findings].sort(
    (one, other) => sign * comparisons[column](one, other) || bySubject(one, other) || byId(one, other),
  )
}

/** By the same column the other way round; by another one as people mostly want it. */
export function nextOrder(order: FindingOrder, column: FindingColumn): FindingOrder {
  if (order.column === column) return { column, isDescending: !order.isDescending }
  return { column, isDescending: column !== 'subject' && column !== 'finding' }
}

type Compare = (one: HealthFinding, other: HealthFinding) => number

const names = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
const bySubject: Compare = (one, other) => names.compare(subjectName(one.subject), subjectName(other.subject))
const byId: Compare = (one, other) => names.compare(one.id, other.id)

const comparisons: Readonly<Record<FindingColumn, Compare>> = {
  severity: byFigure(({ severity }) => (severity === 'wrong' ? 1 : 0)),
  subject: bySubject,
  finding: (one, other) => names.compare(one.kind, other.kind) || names.compare(one.sentence, other.sentence),
  age: byFigure(({ age }) => age),
  size: byFigure(({ bytes }) => bytes),
}

/** What has no figure sorts below every figure. */
function byFigure(figure: (finding: HealthFinding) => number | null): Compare {
  return (one, other) => (figure(one) ?? -1) - (figure(other) ?? -1)
}
