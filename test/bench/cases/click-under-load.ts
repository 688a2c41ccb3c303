import type { BenchCase } from '../bench-case.ts'
import { largeHost } from '../large-host.ts'
import { pageCase } from '../page-case.ts'
import type { OpenPage } from '../open-page.ts'
import { fewRounds, runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile } from '../statistics.ts'

/** A click on a machine while the whole list of the largest host comes in. */
export const clickUnderLoad: BenchCase = pageCase(
  {
    name: 'click-under-load',
    title: `A click while the list of ${String(largeHost.vms)} virtual machines is read anew`,
  },
  async (opened, settings) => {
    const characters = await opened.ask<number>('bench.openLoadedWindow()')
    await opened.ask(`bench.listen('mousedown')`)
    const clicks = settings.isQuick ? 6 : 50
    const took = await runRounds(
      {
        'while it is read': () => clicked(opened, clicks, true),
        'at rest': () => clicked(opened, clicks, false),
      },
      fewRounds(settings),
    )
    return {
      rows: rowsOf(took, ['while it is read', 'at rest'], { p50: 'ms', p99: 'ms', worst: 'ms' }),
      goals: [
        {
          ...{ id: 'P9', text: 'p99 from the click to the painted selection', limit: 100 },
          ...{ direction: 'at most', unit: 'ms', values: took('while it is read', 'p99') },
        },
        {
          ...{ id: 'P9', text: 'the slowest of all clicks', limit: 200 },
          ...{ direction: 'at most', unit: 'ms', values: took('while it is read', 'worst') },
        },
      ],
      remarks: [
        `The whole window; the list has ${String(Math.round(characters / 1_000_000))} MB, which come in pieces of 32 machines and are parsed in the page. A host that is followed sends what changed, a machine at a time; this is what F5 does.`,
        'Of fifty clicks the p99 is the slowest one; from round to round it differs by more than what it is above or below its goal.',
      ],
    }
  },
)

async function clicked(
  { ask, page }: OpenPage,
  clicks: number,
  isReading: boolean,
): Promise<Readonly<Record<'p50' | 'p99' | 'worst', number>>> {
  await ask('bench.pressed()')
  for (let click = 0; click < clicks; click += 1) {
    if (isReading) await ask('bench.refresh()')
    // At another moment of the reading each time.
    await page.waitForTimeout((click * 37) % 200)
    await page.mouse.click(450, 110 + 26 * (click % 4))
    await ask('bench.settle()')
  }
  const took = await ask<number[]>('bench.pressed()')
  if (took.length !== clicks) throw new Error(`${String(took.length)} of ${String(clicks)} clicks arrived.`)
  return { p50: percentile(took, 50), p99: percentile(took, 99), worst: Math.max(...took) }
}
