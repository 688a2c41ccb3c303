import type { BenchCase } from '../bench-case.ts'
import { atLeastTimes } from '../goal-against.ts'
import type { OpenPage } from '../open-page.ts'
import { pageCase } from '../page-case.ts'
import { fewRounds, runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

/** Every branch of a large tree opened by one key. */
export const treeExpandAll: BenchCase = pageCase(
  { name: 'tree-expand-all', title: 'Opening all branches of a tree of 51,200 checkpoints' },
  async (opened, settings) => {
    await opened.ask('bench.prepare(51_200)')
    await opened.ask(`bench.listen('keydown')`)
    const took = await runRounds(
      {
        ours: async () => ({ painted: await expanded(opened) }),
        naive: async () => {
          const painted = await opened.ask<number>(`bench.paint('naive')`)
          await opened.ask('bench.close()')
          return { painted }
        },
      },
      fewRounds(settings),
    )
    return {
      rows: rowsOf(took, ['ours', 'naive'], { painted: 'ms' }),
      goals: [atLeastTimes('P6', 'naive : ours', 100, [took('naive', 'painted'), took('ours', 'painted')])],
      remarks: [
        'From the key * to the painted tree, of which up to 17 ms are waiting for the screen. All branches were closed before. The naive list draws all of its rows, as it does at first.',
      ],
    }
  },
)

async function expanded({ ask, page }: OpenPage): Promise<number> {
  await ask('bench.closeAllBranches()')
  const closed = await ask<number>('bench.shownRows()')
  await page.locator('[role=treeitem][tabindex="0"]').focus()
  await ask('bench.pressed()')
  await page.keyboard.press('*')
  await ask('bench.settle()')
  const [painted = NaN] = await ask<number[]>('bench.pressed()')
  if ((await ask<number>('bench.shownRows()')) <= closed) throw new Error('Nothing was opened.')
  await ask('bench.close()')
  return painted
}
