import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import type { Goal } from '../goal.ts'
import { largeHost, writeLargeHost } from '../large-host.ts'
import { openFloor } from '../peers/floor.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { openOurInventory } from '../peers/our-inventory.ts'
import type { Peer } from '../peers/peer.ts'
import { processPerCommandWith } from '../peers/process-per-command.ts'
import { readInOnePiece } from '../peers/read-in-one-piece.ts'
import { fewRounds, runRounds, type Rounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { ratios } from '../statistics.ts'
import { watchMainLoop } from '../watch-main-loop.ts'

/** The first list of the largest host there can be. */
export const coldInventory: BenchCase = {
  name: 'inventory-cold',
  title: `The first list of ${String(largeHost.vms)} virtual machines with ${String(largeHost.checkpoints)} checkpoints each`,
  run: async (settings) => {
    const { file, remove } = writeLargeHost()
    const host = { BENCH_PARTS: file }
    const floor = openFloor(host)
    const nodePowerShell = openNodePowerShell(host)
    const took = await runRounds(
      {
        floor: () => timed(() => floor.ask({ everything: 1 })),
        ours: () => readStreamed(file),
        'in one piece': () => timedPiece(floor),
        'node-powershell': () => timedPiece(nodePowerShell),
        'process per command': () => timedPiece(processPerCommandWith(host)),
      },
      fewRounds(settings),
    )
    await Promise.all([floor.close(), nodePowerShell.close()])
    remove()
    return {
      name: coldInventory.name,
      title: coldInventory.title,
      rows: rowsOf(took, ['floor', 'ours', 'in one piece', 'node-powershell', 'process per command'], units),
      goals: goalsOf(took),
      remarks: [
        'The floor only parses; all others check every field and make the model of it, and ours also compares and publishes.',
        'All but ours show the first row with the last.',
        'In one piece is built of the product’s own checks and model, so whatever makes those faster makes both faster, and streaming gains no processor time. It gains the first row and a main loop that is free.',
      ],
    }
  },
}

const units = { 'whole list': 'ms', 'first row': 'ms', 'longest block': 'ms' } as const

type Timed = Readonly<Record<keyof typeof units, number>>

async function readStreamed(file: string): Promise<Timed> {
  let rows = 0
  let start = 0
  let firstRow = NaN
  const { inventory, close } = await openOurInventory({ BENCH_PARTS: file }, (name) => {
    if (name !== 'vm.changed') return
    if (rows === 0) firstRow = performance.now() - start
    rows += 1
  })
  const blocked = watchMainLoop()
  start = performance.now()
  const whole = await durationOf(inventory.refresh)
  const longest = blocked()
  await close()
  if (rows !== largeHost.vms) throw new Error(`${String(rows)} virtual machines were told.`)
  return { 'whole list': whole, 'first row': firstRow, 'longest block': longest }
}

function timedPiece(peer: Peer): Promise<Timed> {
  return timed(() => readInOnePiece(peer))
}

async function timed(read: () => Promise<unknown>): Promise<Timed> {
  const blocked = watchMainLoop()
  const whole = await durationOf(read)
  // What was blocked until the very end is seen by the timer only after it.
  return { 'whole list': whole, 'first row': whole, 'longest block': blocked() }
}

function goalsOf(took: Rounds<'ours' | 'in one piece', keyof Timed>): readonly Goal[] {
  const whole = took('ours', 'whole list')
  const share = ratios(took('ours', 'first row'), whole).map((each) => each * 100)
  return [
    {
      id: 'P3',
      text: 'whole list, ours : in one piece',
      limit: 0.6,
      direction: 'at most',
      unit: '×',
      values: ratios(whole, took('in one piece', 'whole list')),
    },
    {
      id: 'P3',
      text: 'longest block of the main loop',
      limit: 10,
      direction: 'at most',
      unit: 'ms',
      values: took('ours', 'longest block'),
    },
    {
      id: 'P3',
      text: 'first row, of the whole list’s time',
      limit: 5,
      direction: 'at most',
      unit: '%',
      values: share,
    },
  ]
}
