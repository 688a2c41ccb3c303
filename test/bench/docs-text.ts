import { format } from 'prettier'
import type { CaseResult } from './bench-case.ts'
import { isMet } from './goal.ts'
import type { BenchRun } from './history.ts'
import { lastRuns, lastRunsTitle } from './last-runs.ts'
import { missedGoals } from './missed-goals.ts'
import { shortNumber } from './short-number.ts'
import { spreadOf } from './statistics.ts'

interface Measured {
  readonly machine: string
  readonly results: readonly CaseResult[]
  /** Of all cases, in their order. */
  readonly names: readonly string[]
  /** What the history has, this run with it. */
  readonly runs: readonly BenchRun[]
  /** The document as it stands. */
  readonly before: string
}

/**
 * docs/performance.md as the project's formatter wants it. What was not measured now stays as it was written before, each
 * in its place, so that one case can be measured anew without all others.
 */
export function docsText({ machine, results, names, runs, before }: Measured): Promise<string> {
  const sections = names.flatMap((name) => {
    const result = results.find((each) => each.name === name)
    const kept = sectionsOf(before).find((each) => each.includes(commandOf(name)))
    return result !== undefined ? [section(machine, result)] : kept !== undefined ? [kept] : []
  })
  const compared = lastRuns(runs, names)
  const runsBefore = sectionsOf(before).find((each) => each.startsWith(`## ${lastRunsTitle}\n`)) ?? ''
  const summaries = [missedGoals(sections), compared === '' ? runsBefore : compared]
  const parts = [introduction, ...summaries.filter((each) => each !== ''), ...sections]
  return format(parts.join('\n\n'), { parser: 'markdown', proseWrap: 'preserve' })
}

function sectionsOf(text: string): readonly string[] {
  return text.split(/^(?=## )/m).slice(1)
}

/** How a section's case is run; the closing mark keeps a name from being found in a longer one. */
function commandOf(name: string): string {
  return `\`npm run bench -- --case ${name}\``
}

const introduction = `# Performance

Written by \`npm run bench -- --docs\`; each part says on which machine, and how busy that was.

![How many times as long as Savepoint the others take](images/performance.svg)

- Of the session every peer talks to the same child program, which says the same bytes to each. PowerShell and Hyper-V are not in these numbers, but for \`real-powershell\`.
- All peers run in every round, in an order that is new each time. The first round is not counted. A goal is met or missed on the median of the rounds' ratios.
- **floor** is the least that can be done: a length, so many bytes, \`JSON.parse\`. **in one piece** parses and checks the whole host as one value. **node-powershell** is its version 5.0.1 as it is. **process per command** starts the child anew for each question.
- **naive** draws a row for every checkpoint at once, in the same browser.
- \`--list\` names the cases, \`--case NAME\` measures one, \`--quick\` all of them briefly, and \`--json FILE\` adds the run to those that the file keeps; with \`--docs\` the last three whole ones of them are compared here. It ends with 1 where a goal is missed.
- The numbers of another machine, and of Windows, are others; the ratios should be alike.`

function section(machine: string, { name, title, rows, goals, remarks }: CaseResult): string {
  return [
    `## ${title}`,
    `${commandOf(name)}, on: ${machine}`,
    ...(rows.length === 0 ? [] : [measuredTable(rows)]),
    ...(goals.length === 0 ? [] : [goalsTable(goals)]),
    remarks.map((remark) => `- ${remark}`).join('\n'),
  ].join('\n\n')
}

function measuredTable(rows: CaseResult['rows']): string {
  const lines = rows.map(({ peer, measure, unit, values }) => line([peer, measure, ...numbers(values), unit]))
  return [line(['', '', 'min', 'median', 'max', '']), '| --- | --- | --: | --: | --: | --- |', ...lines].join(
    '\n',
  )
}

function goalsTable(goals: CaseResult['goals']): string {
  const lines = goals.map((goal) =>
    line([
      `${goal.id}: ${goal.text}`,
      `${goal.direction} ${shortNumber(goal.limit)}`,
      ...numbers(goal.values),
      goal.unit,
      isMet(goal) ? 'met' : '**missed**',
    ]),
  )
  return [
    line(['Goal', '', 'min', 'median', 'max', '', '']),
    '| --- | --- | --: | --: | --: | --- | --- |',
    ...lines,
  ].join('\n')
}

function numbers(values: readonly number[]): readonly string[] {
  const { min, median, max } = spreadOf(values)
  return [min, median, max].map(shortNumber)
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}
