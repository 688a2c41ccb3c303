import type { CaseResult, Measurement } from './bench-case.ts'
import { spreadOf } from './statistics.ts'

/** How the others compare with ours in one measure. */
export interface Comparison {
  readonly title: string
  readonly bars: readonly Bar[]
}

/** How many times ours it takes. */
export interface Bar {
  readonly peer: string
  readonly times: number
}

/** What the picture shows: of each case the one measure that a person notices. */
const shown: readonly { readonly name: string; readonly measure: string; readonly title: string }[] = [
  { name: 'rt-1k', measure: 'p50', title: 'A short question and its answer' },
  { name: 'reply-40m', measure: '40 MB', title: 'An answer of 40 MB' },
  { name: 'inventory-cold', measure: 'first row', title: 'The first row of the largest host' },
  { name: 'inventory-cold', measure: 'longest block', title: 'The longest time in which nothing else runs' },
  { name: 'poll-unchanged', measure: 'processor', title: 'Asking again where nothing changed (processor)' },
]

export function compared(results: readonly CaseResult[]): readonly Comparison[] {
  return shown.flatMap(({ name, measure, title }) => {
    const rows = (results.find((each) => each.name === name)?.rows ?? []).filter(
      (row) => row.measure === measure && !row.peer.endsWith('the first time'),
    )
    const ours = rows.find((row) => row.peer.startsWith('ours'))
    return ours === undefined ? [] : [{ title, bars: rows.map((row) => barOf(row, ours)) }]
  })
}

function barOf(row: Measurement, ours: Measurement): Bar {
  return { peer: row.peer, times: spreadOf(row.values).median / spreadOf(ours.values).median }
}
