import type { BenchCase } from '../bench-case.ts'
import type { Goal } from '../goal.ts'
import { largeHost, writeLargeHost } from '../large-host.ts'
import { openFloor } from '../peers/floor.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { processPerCommandWith } from '../peers/process-per-command.ts'
import { readInOnePiece } from '../peers/read-in-one-piece.ts'
import { costsOf, polls, readAgain, type Costs } from '../poll-costs.ts'
import { fewRounds, runRounds, type Rounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { ratios } from '../statistics.ts'

/** What it costs to ask a host where nothing changed. */
export const unchangedPoll: BenchCase = {
  name: 'poll-unchanged',
  title: `Asking again the same ${String(largeHost.vms)} virtual machines, of which none changed`,
  run: async (settings) => {
    const { file, remove } = writeLargeHost()
    const host = { BENCH_PARTS: file }
    const floor = openFloor(host)
    const nodePowerShell = openNodePowerShell(host)
    const again = (peer: typeof floor): Promise<Costs> => costsOf(() => readInOnePiece(peer), file)
    const took = await runRounds(
      {
        ...oursBy(file),
        'in one piece': () => again(floor),
        'node-powershell': () => again(nodePowerShell),
        'process per command': () => again(processPerCommandWith(host)),
      },
      fewRounds(settings),
    )
    await Promise.all([floor.close(), nodePowerShell.close()])
    remove()
    return {
      name: unchangedPoll.name,
      title: unchangedPoll.title,
      rows: rowsOf(
        took,
        ['ours, the first time', 'ours, unchanged', 'in one piece', 'node-powershell', 'process per command'],
        { time: 'ms', processor: 'ms', 'on the wire': 'B' },
      ),
      goals: goalsOf(took),
      remarks: [
        `Processor is that of the app alone. Each of ours is the mean of ${String(polls)} polls, two seconds apart by the clock, so that every machine has been up for longer.`,
        'PowerShell itself must still ask Hyper-V and compare; what that costs is measured by real-powershell.',
      ],
    }
  },
}

/** Two contenders of one process, for the second can only be had after the first. */
function oursBy(
  file: string,
): Readonly<Record<'ours, the first time' | 'ours, unchanged', () => Promise<Costs>>> {
  return {
    'ours, the first time': async () => (await readAgain(file)).first,
    'ours, unchanged': async () => (await readAgain(file)).again,
  }
}

function goalsOf(took: Rounds<'ours, the first time' | 'ours, unchanged', keyof Costs>): readonly Goal[] {
  const share = (measure: keyof Costs): readonly number[] =>
    ratios(took('ours, unchanged', measure), took('ours, the first time', measure)).map((each) => each * 100)
  const goal = { id: 'P4', direction: 'at most' } as const
  return [
    {
      ...goal,
      text: 'processor, unchanged : the first time',
      limit: 1,
      unit: '%',
      values: share('processor'),
    },
    {
      ...goal,
      text: 'bytes, unchanged : the first time',
      limit: 1,
      unit: '%',
      values: share('on the wire'),
    },
    {
      ...goal,
      text: 'bytes of an unchanged poll',
      limit: 1_024,
      unit: 'B',
      values: took('ours, unchanged', 'on the wire'),
    },
  ]
}
