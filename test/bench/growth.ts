import type { Measurement } from './bench-case.ts'
import type { Goal } from './goal.ts'
import type { WhatIsLeft } from './what-is-left.ts'

interface Growth {
  readonly rows: readonly Measurement[]
  readonly goals: readonly Goal[]
  readonly remark: string
}

/** What of ours is left at the end beside what was left once all was warm. `asked` says how often a quick run asks; null in any other. */
export function growth(warm: WhatIsLeft, end: WhatIsLeft, asked: number | null): Growth {
  const goal = { id: 'P12', direction: 'at most' } as const
  const quick = asked === null ? '' : ` A quick run asks ${asked.toLocaleString('en-US')} times.`
  return {
    rows: [
      { peer: 'ours', measure: 'heap when warm', unit: 'MB', values: [warm.heap] },
      { peer: 'ours', measure: 'heap at the end', unit: 'MB', values: [end.heap] },
    ],
    goals: [
      { ...goal, text: 'heap, at the end : warm', limit: 1.05, unit: '×', values: [end.heap / warm.heap] },
      { ...goal, text: 'handles more', limit: 0, unit: '', values: [end.handles - warm.handles] },
      { ...goal, text: 'listeners more', limit: 0, unit: '', values: [end.listeners - warm.listeners] },
    ],
    remark: `The heap is measured after a collection.${quick}`,
  }
}
