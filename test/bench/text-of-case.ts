import type { CaseResult } from './bench-case.ts'
import { isMet } from './goal.ts'
import { shortNumber } from './short-number.ts'
import { spreadOf } from './statistics.ts'

/** What was measured in one case, for the terminal. */
export function textOfCase({ name, title, rows, goals, remarks }: CaseResult): string {
  return [
    `${name}: ${title}`,
    ...table([
      ['', '', 'min', 'median', 'max', ''],
      ...rows.map(({ peer, measure, unit, values }) => [peer, measure, ...numbersOf(values), unit]),
      ...goals.map((goal) => [
        isMet(goal) ? 'met' : 'MISSED',
        `${goal.id} ${goal.text}, ${goal.direction} ${String(goal.limit)} ${goal.unit}`,
        ...numbersOf(goal.values),
        goal.unit,
      ]),
    ]),
    ...remarks.map((remark) => `  ${remark}`),
  ].join('\n')
}

function numbersOf(values: readonly number[]): readonly string[] {
  const { min, median, max } = spreadOf(values)
  return [min, median, max].map((each) => shortNumber(each))
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_cell, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows.map((row) =>
    `  ${row.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')}`.trimEnd(),
  )
}
