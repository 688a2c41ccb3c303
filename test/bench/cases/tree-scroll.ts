import type { BenchCase } from '../bench-case.ts'
import type { OpenPage } from '../open-page.ts'
import { pageCase } from '../page-case.ts'
import { fewRounds, runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile, ratios } from '../statistics.ts'

/** Milliseconds between two frames of the browser. */
const frame = 1_000 / 60

/** Ten rows a frame, through a tree of 51,200. */
export const treeScroll: BenchCase = pageCase(
  { name: 'tree-scroll', title: 'Scrolling a tree of 51,200 checkpoints, ten rows a frame' },
  async ({ ask }, settings) => {
    await ask('bench.prepare(51_200)')
    // One late frame is to be no more than a hundredth. Each of the naive list's takes as long as a dozen of the others'.
    const [frames, ofNaive] = settings.isQuick ? [100, 10] : [400, 400]
    const took = await runRounds(
      {
        ours: () => scrolled(ask, 'ours', frames),
        naive: () => scrolled(ask, 'naive', ofNaive),
        'an empty page': () => scrolled(ask, 'empty', frames),
      },
      fewRounds(settings),
    )
    return {
      rows: rowsOf(took, ['ours', 'naive', 'an empty page'], { p50: 'ms', p99: 'ms', late: '%' }),
      goals: [
        {
          ...{ id: 'P7', text: 'p50 of ours, in frames', limit: 1.05, direction: 'at most', unit: '×' },
          values: took('ours', 'p50').map((each) => each / frame),
        },
        {
          ...{ id: 'P7', text: 'frames of ours later than two', limit: 1, direction: 'at most', unit: '%' },
          values: took('ours', 'late'),
        },
        {
          ...{ id: 'P7', text: 'p99, ours : an empty page', limit: 1.3, direction: 'at most', unit: '×' },
          values: ratios(took('ours', 'p99'), took('an empty page', 'p99')),
        },
      ],
      remarks: ['A frame is late where more than two of the screen’s went by.'],
    }
  },
)

async function scrolled(
  ask: OpenPage['ask'],
  peer: 'ours' | 'naive' | 'empty',
  frames: number,
): Promise<Readonly<Record<'p50' | 'p99' | 'late', number>>> {
  await ask(`bench.open('${peer}')`)
  const took = await ask<number[]>(`bench.scroll(${String(frames)})`)
  await ask('bench.close()')
  const late = took.filter((each) => each > 2.5 * frame).length
  return { p50: percentile(took, 50), p99: percentile(took, 99), late: (late / took.length) * 100 }
}
