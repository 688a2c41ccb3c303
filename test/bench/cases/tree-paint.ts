import type { BenchCase } from '../bench-case.ts'
import type { OpenPage } from '../open-page.ts'
import { pageCase } from '../page-case.ts'
import { fewRounds, runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile, ratios } from '../statistics.ts'

const rows = 51_200

/** As many checkpoints as the largest host has, in one tree. */
export const treePaint: BenchCase = pageCase(
  { name: 'tree-paint', title: 'The first picture of a tree of 51,200 checkpoints' },
  async ({ ask }, settings) => {
    await ask(`bench.prepare(${String(rows)})`)
    const took = await runRounds(
      { ours: () => ours(ask), naive: () => paint(ask, 'naive') },
      fewRounds(settings),
    )
    return {
      rows: rowsOf(took, ['ours', 'naive'], { 'first paint': 'ms', elements: '' }),
      goals: [
        {
          id: 'P6',
          text: 'first paint, naive : ours',
          limit: 100,
          direction: 'at least',
          unit: '×',
          values: ratios(took('naive', 'first paint'), took('ours', 'first paint')),
        },
        {
          ...{ id: 'P6', text: 'elements of ours, in a window of 800 px', limit: 400, direction: 'at most' },
          ...{ unit: '', values: took('ours', 'elements') },
        },
      ],
      remarks: [
        'Ours is the window’s own tree, and all is counted: finding out what hangs under what, the rows, style, layout and painting. The naive list is given that, and has a row of four plain elements for each checkpoint, without icons.',
      ],
    }
  },
)

/** The middle of some, for one alone may meet a moment in which the machine does something else. */
async function ours(ask: OpenPage['ask']): Promise<Painted> {
  const painted: Painted[] = []
  for (let time = 0; time < 5; time += 1) {
    await ask('bench.renew()')
    painted.push(await paint(ask, 'ours'))
  }
  return {
    'first paint': percentile(
      painted.map((each) => each['first paint']),
      50,
    ),
    elements: painted[0]?.elements ?? NaN,
  }
}

type Painted = Readonly<Record<'first paint' | 'elements', number>>

async function paint(ask: OpenPage['ask'], peer: 'ours' | 'naive'): Promise<Painted> {
  const time = await ask<number>(`bench.paint('${peer}')`)
  const elements = await ask<number>('bench.elements()')
  await ask('bench.close()')
  return { 'first paint': time, elements }
}
