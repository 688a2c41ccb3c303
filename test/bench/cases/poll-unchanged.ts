import { readFileSync } from 'node:fs'
import type { BenchCase } from '../bench-case.ts'
import { cpuTimeOf } from '../cpu-time-of.ts'
import { durationOf } from '../duration-of.ts'
import type { Goal } from '../goal.ts'
import { largeHost, writeLargeHost } from '../large-host.ts'
import { openFloor } from '../peers/floor.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { openOurInventory } from '../peers/our-inventory.ts'
import { processPerCommandWith } from '../peers/process-per-command.ts'
import { readInOnePiece } from '../peers/read-in-one-piece.ts'
import { runRounds, type Rounds } from '../rounds.ts'
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
      settings,
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

/** Enough for the processor's time to be told. */
const polls = 50

type Costs = Readonly<Record<'time' | 'processor' | 'on the wire', number>>

async function costsOf(task: () => Promise<unknown>, partsFile: string): Promise<Costs> {
  let time = 0
  const processor = await cpuTimeOf(async () => {
    time = await durationOf(task)
  })
  return { time, processor, 'on the wire': readFileSync(partsFile).length }
}

/** Two contenders of one process, for the second can only be had after the first. */
function oursBy(
  file: string,
): Readonly<Record<'ours, the first time' | 'ours, unchanged', () => Promise<Costs>>> {
  return {
    'ours, the first time': async () => (await readTwice(file)).first,
    'ours, unchanged': async () => (await readTwice(file)).unchanged,
  }
}

async function readTwice(file: string): Promise<Readonly<Record<'first' | 'unchanged', Costs>>> {
  const count = `${file}.count`
  const { inventory, skip, close } = await openOurInventory(
    { BENCH_PARTS: file, BENCH_COUNT: count },
    () => undefined,
  )
  const wire = (): number => Number(readFileSync(count, 'utf8'))
  const first = { ...(await costsOf(inventory.refresh, file)), 'on the wire': wire() }
  const all = await costsOf(async () => {
    for (let poll = 0; poll < polls; poll += 1) {
      skip(2_000)
      await inventory.refresh()
    }
  }, file)
  const unchanged = { time: all.time / polls, processor: all.processor / polls, 'on the wire': wire() }
  await close()
  return { first, unchanged }
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
