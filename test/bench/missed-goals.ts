/** What of these sections says that a goal was missed, as one table; empty where none does. */
export function missedGoals(sections: readonly string[]): string {
  const rows = sections.flatMap((section) => {
    const title = /^## (.+)$/m.exec(section)?.[1] ?? ''
    return section
      .split('\n')
      .filter((line) => line.includes('**missed**'))
      .map((line) => {
        const [goal = '', limit = '', , median = '', , unit = ''] = cellsOf(line)
        return `| ${goal} | ${limit} | ${median} ${unit} | ${title} |`
      })
  })
  if (rows.length === 0) return ''
  return ['## Goals that are missed', why, [...head, ...rows].join('\n')].join('\n\n')
}

const why =
  'With the median of the rounds. What is known of the reason stands below, with the case; the wanted ratios were set beforehand and were not changed to fit.'

const head = ['| Goal | Wanted | Measured | In |', '| --- | --- | --- | --- |']

function cellsOf(line: string): readonly string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())
}
