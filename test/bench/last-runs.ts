import type { CaseResult } from './bench-case.ts'
import { isMet, type Goal } from './goal.ts'
import type { BenchRun } from './history.ts'
import { shortNumber } from './short-number.ts'
import { spreadOf } from './statistics.ts'

/** So that a goal that is missed now and then is told apart from one that is missed always. */
export const lastRunsTitle = 'The last whole runs'

const most = 3

/** Each goal that one of the last whole runs missed, with what each of them measured. Empty where there are not two. */
export function lastRuns(runs: readonly BenchRun[], names: readonly string[]): string {
  const whole = runs.filter((run) => isWhole(run, names)).slice(-most)
  const last = whole.at(-1)
  if (last === undefined || whole.length < 2) return ''
  const rows = last.results.flatMap((result) => rowsOf(result, whole))
  const dates = whole.map(({ date }) => date.slice(0, 16).replace('T', ' '))
  const head = [
    `| Goal | Wanted | ${dates.join(' | ')} | Case |`,
    `| --- | --- |${' --: |'.repeat(whole.length)} --- |`,
  ]
  const machines = [...new Set(whole.map(({ machine }) => machine))].map((machine) => `- ${machine}`)
  const table = rows.length === 0 ? 'None of them missed a goal.' : [...head, ...rows].join('\n')
  return [`## ${lastRunsTitle}`, said, table, machines.join('\n')].join('\n\n')
}

const said =
  'Each by the moment of its end, in UTC: the medians of the goals that at least one of them missed. All others were met by each. What is bold was missed. The product may have changed between them.'

function isWhole({ isQuick, results }: BenchRun, names: readonly string[]): boolean {
  return !isQuick && names.every((each) => results.some(({ name }) => name === each))
}

function rowsOf({ name, goals }: CaseResult, runs: readonly BenchRun[]): readonly string[] {
  return goals.flatMap((goal) => {
    const inEach = runs.map(({ results }) => sameGoal(results, name, goal))
    if (inEach.every((each) => each === null || isMet(each))) return []
    const wanted = `${goal.direction} ${shortNumber(goal.limit)} ${goal.unit}`
    return [`| ${goal.id}: ${goal.text} | ${wanted} | ${inEach.map(cellOf).join(' | ')} | \`${name}\` |`]
  })
}

function sameGoal(results: BenchRun['results'], name: string, { text, direction }: Goal): Goal | null {
  const ofCase = results.find((each) => each.name === name)
  return ofCase?.goals.find((each) => each.text === text && each.direction === direction) ?? null
}

function cellOf(goal: Goal | null): string {
  if (goal === null) return ''
  const median = shortNumber(spreadOf(goal.values).median)
  return isMet(goal) ? median : `**${median}**`
}
