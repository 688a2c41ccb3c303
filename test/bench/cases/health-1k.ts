import type { BenchCase } from '../bench-case.ts'
import { largeHost } from '../large-host.ts'
import type { OpenPage } from '../open-page.ts'
import { pageCase } from '../page-case.ts'
import { fewRounds, runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

const { vms, checkpoints } = largeHost
const findings = (vms * checkpoints).toLocaleString('en')

/** The page of the host's health where everything deserves a look, and all of its files are read. */
export const healthOfMany: BenchCase = pageCase(
  { name: 'health-1k', title: `The health of a host with ${vms.toLocaleString('en')} virtual machines` },
  async (opened, settings) => {
    // A quick run has time for a smaller host.
    const machines = settings.isQuick ? 64 : vms
    await opened.ask(`bench.openLoadedWindow(${String(machines)})`)
    await opened.ask('bench.watchFrames()')
    const took = await runRounds({ ours: () => looked(opened, machines) }, fewRounds(settings))
    const units = {
      opened: 'ms',
      'all read': 'ms',
      'longest block': 'ms',
      sorted: 'ms',
      filtered: 'ms',
    } as const
    return {
      rows: rowsOf(took, ['ours'], units),
      goals: [],
      remarks: [
        `Every checkpoint is old, so that more than ${findings} findings are listed. The files of each machine come as they are asked for, a machine after the other; nothing of the time is Hyper-V’s.`,
        ...(settings.isQuick ? [`A quick run has ${String(machines)} virtual machines.`] : []),
      ],
    }
  },
)

type Looked = Readonly<Record<'opened' | 'all read' | 'longest block' | 'sorted' | 'filtered', number>>

async function looked({ ask, page }: OpenPage, machines: number): Promise<Looked> {
  await ask(`bench.listen('keydown')`)
  await page.keyboard.press('Control+h')
  await ask('bench.settle()')
  const [opened = NaN] = await ask<number[]>('bench.pressed()')
  const start = performance.now()
  await page.getByRole('button', { name: 'Read Again' }).click()
  await ask('bench.longestBlock()')
  await page
    .getByText(`The files of ${String(machines)} virtual machines were read.`)
    .waitFor({ timeout: 600_000 })
  const read = performance.now() - start
  const block = await ask<number>('bench.longestBlock()')
  const sorted = await timed(ask, () => page.getByRole('button', { name: 'What it is about' }).press('Enter'))
  const filtered = await timed(ask, () => page.getByRole('combobox', { name: 'Show' }).press('A'))
  await page.keyboard.press('Escape')
  return { opened, 'all read': read, 'longest block': block, sorted, filtered }
}

/** From the key to the painted frame. */
async function timed(ask: OpenPage['ask'], press: () => Promise<void>): Promise<number> {
  await ask('bench.pressed()')
  await press()
  await ask('bench.settle()')
  return Math.max(...(await ask<number[]>('bench.pressed()')))
}
