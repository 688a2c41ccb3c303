import type { BenchCase } from '../bench-case.ts'
import { atMostTimes } from '../goal-against.ts'
import type { OpenPage } from '../open-page.ts'
import { pageCase } from '../page-case.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile } from '../statistics.ts'

/** Many hits, few, one and none, each typed letter by letter. */
const words = ['before update 12', 'shop-00417', '2026-01-01t00:07', 'nowhere']

/** Typing in the filter box over a tree of 51,200. */
export const treeFilter: BenchCase = pageCase(
  { name: 'tree-filter', title: 'A key in the filter, over a tree of 51,200 checkpoints' },
  async (opened, settings) => {
    const { ask } = opened
    await ask('bench.prepare(51_200)')
    await ask(`bench.listen('keydown')`)
    const typed = settings.isQuick ? words.slice(0, 2) : words
    const took = await runRounds(
      {
        ours: () => filtered(opened, typed),
        'looking alone': async () => {
          const time = await ask<number>(`bench.substringLoop('before update 12')`)
          return { p50: time, p99: NaN }
        },
      },
      settings,
    )
    return {
      rows: rowsOf(took, ['ours', 'looking alone'], { p50: 'ms', p99: 'ms' }),
      goals: [
        {
          ...{ id: 'P8', text: 'p99 from the key to the painted tree', limit: 50, direction: 'at most' },
          ...{ unit: 'ms', values: took('ours', 'p99') },
        },
        atMostTimes('P8', 'p50, ours : looking alone', 4, [
          took('ours', 'p50'),
          took('looking alone', 'p50'),
        ]),
      ],
      remarks: [
        'From the moment the key is pressed to the painted frame, of which up to 17 ms are waiting for the screen. Looking alone is a loop over the words, with nothing drawn: four times that is less than the wait for one frame.',
        'The p99 of these few dozen keys is the slowest one, which is near its goal on this machine, now above and now below it.',
      ],
    }
  },
)

async function filtered(
  { ask, page }: OpenPage,
  typed: readonly string[],
): Promise<Readonly<Record<'p50' | 'p99', number>>> {
  // As the host says it again, so that nothing is known of it from the round before.
  await ask('bench.renew()')
  await ask(`bench.open('ours with filter')`)
  await page.getByRole('textbox', { name: 'Filter' }).focus()
  await ask('bench.pressed()')
  for (const word of typed) {
    for (const letter of word) await page.keyboard.press(letter)
    for (let left = word.length; left > 0; left -= 1) await page.keyboard.press('Backspace')
  }
  await ask('bench.settle()')
  const took = await ask<number[]>('bench.pressed()')
  await ask('bench.close()')
  return { p50: percentile(took, 50), p99: percentile(took, 99) }
}
