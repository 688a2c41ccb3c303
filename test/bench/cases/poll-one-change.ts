import type { BenchCase, BenchSettings, CaseResult } from '../bench-case.ts'
import type { Goal } from '../goal.ts'
import { largeHost, writeLargeHost } from '../large-host.ts'
import { openPage } from '../open-page.ts'
import { readAgain, type Costs } from '../poll-costs.ts'
import { runRounds, type Rounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { ratios } from '../statistics.ts'

/** What it costs to ask a host where one machine changed, and to draw that. */
export const pollOfOneChange: BenchCase = {
  name: 'poll-one-change',
  title: `Asking again the same ${String(largeHost.vms)} virtual machines, of which one changed`,
  run: async (settings) => {
    const asked = await measuredPolls(settings)
    const drawn = await drawnAgain()
    return {
      name: pollOfOneChange.name,
      title: pollOfOneChange.title,
      rows: [...asked.rows, ...drawn.rows],
      goals: [...asked.goals, ...drawn.goals],
      remarks: [
        'Processor is that of the app alone. What was drawn again is counted by Vue’s own hook, in the whole window, after the name of one checkpoint of the machine that is looked at was another.',
        ...drawn.remarks,
      ],
    }
  },
}

type Part = Pick<CaseResult, 'rows' | 'goals'>

async function measuredPolls(settings: BenchSettings): Promise<Part> {
  const { file, remove } = writeLargeHost()
  const read = () => readAgain(file, { BENCH_CHANGING: 'one' })
  const took = await runRounds(
    {
      'ours, the first time': async () => (await read()).first,
      'ours, one changed': async () => (await read()).again,
    },
    settings,
  )
  remove()
  return {
    rows: rowsOf(took, ['ours, the first time', 'ours, one changed'], {
      time: 'ms',
      processor: 'ms',
      'on the wire': 'B',
    }),
    goals: [goalOf(took, 'processor', 3), goalOf(took, 'on the wire', 0.1)],
  }
}

function goalOf(
  took: Rounds<'ours, the first time' | 'ours, one changed', keyof Costs>,
  measure: 'processor' | 'on the wire',
  limit: number,
): Goal {
  const shares = ratios(took('ours, one changed', measure), took('ours, the first time', measure))
  return {
    ...{ id: 'P5', text: `${measure}, one changed : the first time`, limit, direction: 'at most' },
    ...{ unit: '%', values: shares.map((each) => each * 100) },
  }
}

async function drawnAgain(): Promise<Part & Pick<CaseResult, 'remarks'>> {
  const opened = await openPage()
  if (opened === null)
    return { rows: [], goals: [], remarks: ['No browser was found to look what is drawn again.'] }
  try {
    await opened.ask('bench.openLoadedWindow()')
    await opened.page.getByRole('gridcell', { name: 'SHOP-0001' }).click()
    // What the files take is read a moment after it is looked at, and is a change of its own.
    await opened.page.locator('[role=treeitem] .known').first().waitFor({ state: 'attached' })
    await opened.ask('bench.settle()')
    const again = await opened.ask<Readonly<Record<string, number>>>('bench.changeOne(1)')
    const [vmRows, checkpointRows] = [again.VmRow ?? 0, again.CheckpointRow ?? 0]
    const row = { peer: 'ours, one changed', unit: '' } as const
    const goal = { id: 'P5', direction: 'at most', limit: 1, unit: '' } as const
    return {
      rows: [
        { ...row, measure: 'rows of machines drawn again', values: [vmRows] },
        { ...row, measure: 'rows of checkpoints drawn again', values: [checkpointRows] },
      ],
      goals: [
        { ...goal, text: 'rows of machines drawn again', values: [vmRows] },
        { ...goal, text: 'rows of machines drawn again', direction: 'at least', values: [vmRows] },
        { ...goal, text: 'rows of checkpoints drawn again', values: [checkpointRows] },
      ],
      remarks: [],
    }
  } finally {
    await opened.close()
  }
}
