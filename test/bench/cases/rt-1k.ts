import type { BenchCase, BenchSettings } from '../bench-case.ts'
import { openFloor } from '../peers/floor.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { openOurs } from '../peers/ours.ts'
import type { Peer } from '../peers/peer.ts'
import { processPerCommand } from '../peers/process-per-command.ts'
import { remarkOnCrlf } from '../remark-on-crlf.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile, ratios } from '../statistics.ts'

const request = { text: 'x'.repeat(1_000) }

/** A short question and its answer, parsed on both ends. */
export const roundTrip: BenchCase = {
  name: 'rt-1k',
  title: 'A question and an answer of 1 KB each',
  run: async (settings) => {
    const calls = callsOf(settings)
    const peers = {
      floor: openFloor(),
      ours: await openOurs(),
      'node-powershell': openNodePowerShell(),
      'process per command': processPerCommand,
    }
    const took = await runRounds(
      {
        floor: () => timed(peers.floor, calls.many),
        ours: () => timed(peers.ours, calls.many),
        'node-powershell': () => timed(peers['node-powershell'], calls.some),
        'process per command': () => timed(peers['process per command'], calls.few),
      },
      settings,
    )
    await Promise.all(Object.values(peers).map((peer) => peer.close()))
    const [ours, floor] = [took('ours', 'p50'), took('floor', 'p50')]
    const goal = { id: 'P1', unit: '×' } as const
    return {
      name: roundTrip.name,
      title: roundTrip.title,
      rows: rowsOf(took, ['floor', 'ours', 'node-powershell', 'process per command'], {
        p50: 'ms',
        p99: 'ms',
      }),
      goals: [
        {
          ...goal,
          text: 'p50 of ours : floor',
          limit: 1.5,
          direction: 'at most',
          values: ratios(ours, floor),
        },
        {
          ...goal,
          text: 'p99 of ours : floor',
          limit: 3,
          direction: 'at most',
          values: ratios(took('ours', 'p99'), took('floor', 'p99')),
        },
        {
          ...goal,
          text: 'p50 of node-powershell : ours',
          limit: 10,
          direction: 'at least',
          values: ratios(took('node-powershell', 'p50'), ours),
        },
        {
          ...goal,
          text: 'p50 of a process per command : ours',
          limit: 500,
          direction: 'at least',
          values: ratios(took('process per command', 'p50'), ours),
        },
      ],
      remarks: [
        await remarkOnCrlf(),
        'What separates node-powershell from the floor is its own; ours can’t be further ahead of it than the floor is.',
      ],
    }
  },
}

function callsOf({ isQuick }: BenchSettings): {
  readonly many: number
  readonly some: number
  readonly few: number
} {
  return isQuick ? { many: 1_000, some: 100, few: 3 } : { many: 3_000, some: 300, few: 5 }
}

async function timed(peer: Peer, calls: number): Promise<Readonly<Record<'p50' | 'p99', number>>> {
  const took: number[] = []
  for (let call = 0; call < calls; call += 1) {
    const start = performance.now()
    await peer.ask(request)
    took.push(performance.now() - start)
  }
  return { p50: percentile(took, 50), p99: percentile(took, 99) }
}
