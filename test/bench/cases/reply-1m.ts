import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { atLeastTimes, atMostTimes } from '../goal-against.ts'
import { openFloor } from '../peers/floor.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { openOurs } from '../peers/ours.ts'
import type { Peer } from '../peers/peer.ts'
import { processPerCommand } from '../peers/process-per-command.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile } from '../statistics.ts'

/** An answer as long as the list of a middling host. */
export const middlingReply: BenchCase = {
  name: 'reply-1m',
  title: 'Answers of 1 MB, read and parsed',
  run: async (settings) => {
    const peers = { floor: openFloor(), ours: await openOurs(), 'node-powershell': openNodePowerShell() }
    const calls = settings.isQuick ? 10 : 30
    const took = await runRounds(
      {
        floor: () => timed(peers.floor, calls),
        ours: () => timed(peers.ours, calls),
        'node-powershell': () => timed(peers['node-powershell'], calls),
        'process per command': () => timed(processPerCommand, 3),
      },
      settings,
    )
    await Promise.all(Object.values(peers).map((peer) => peer.close()))
    const ours = took('ours', 'p50')
    return {
      name: middlingReply.name,
      title: middlingReply.title,
      rows: rowsOf(took, ['floor', 'ours', 'node-powershell', 'process per command'], { p50: 'ms' }),
      goals: [
        atMostTimes('P2', '1 MB, ours : floor', 1.3, [ours, took('floor', 'p50')]),
        atLeastTimes('P2', '1 MB, node-powershell : ours', 1, [took('node-powershell', 'p50'), ours]),
      ],
      remarks: [],
    }
  },
}

async function timed(peer: Peer, calls: number): Promise<{ readonly p50: number }> {
  const took: number[] = []
  for (let call = 0; call < calls; call += 1) took.push(await durationOf(() => peer.ask({ megabytes: 1 })))
  return { p50: percentile(took, 50) }
}
