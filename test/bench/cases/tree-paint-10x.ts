import type { BenchCase } from '../bench-case.ts'
import type { OpenPage } from '../open-page.ts'
import { pageCase } from '../page-case.ts'
import { fewRounds, runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile, ratios } from '../statistics.ts'

/** Whether the number of rows matters to what is drawn. */
export const treePaintTenfold: BenchCase = pageCase(
  { name: 'tree-paint-10x', title: 'A tree of 51,200 and of 512,000 checkpoints' },
  async ({ ask }, settings) => {
    const took = await runRounds(
      { '51,200': () => measured(ask, 51_200), '512,000': () => measured(ask, 512_000) },
      fewRounds(settings),
    )
    return {
      rows: rowsOf(took, ['51,200', '512,000'], { outline: 'ms', paint: 'ms', elements: '' }),
      goals: [
        {
          id: 'P6',
          text: 'paint, 512,000 : 51,200',
          limit: 1.5,
          direction: 'at most',
          unit: '×',
          values: ratios(took('512,000', 'paint'), took('51,200', 'paint')),
        },
      ],
      remarks: [
        'The outline is what hangs under what. It is found out once for each list that the host says, takes as long as the list is, and is known when the tree is painted here.',
      ],
    }
  },
)

async function measured(
  ask: OpenPage['ask'],
  rows: number,
): Promise<Readonly<Record<'outline' | 'paint' | 'elements', number>>> {
  await ask(`bench.prepare(${String(rows)})`)
  const outline = await ask<number>('bench.outline()')
  const paints: number[] = []
  for (let time = 0; time < 9; time += 1) paints.push(await ask<number>(`bench.paint('ours')`))
  const elements = await ask<number>('bench.elements()')
  await ask('bench.close()')
  return { outline, paint: percentile(paints, 50), elements }
}
