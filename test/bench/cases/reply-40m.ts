import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import type { Goal } from '../goal.ts'
import { openFloor } from '../peers/floor.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { openOurs } from '../peers/ours.ts'
import type { Peer } from '../peers/peer.ts'
import { processPerCommand } from '../peers/process-per-command.ts'
import { fewRounds, runRounds, type Rounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { ratios } from '../statistics.ts'

/** Answers so long that reading them in anything but linear time shows. */
export const longReply: BenchCase = {
  name: 'reply-40m',
  title: 'Answers of 20 and of 40 MB, read and parsed',
  run: async (settings) => {
    const peers = {
      floor: openFloor(),
      ours: await openOurs(),
      'node-powershell': openNodePowerShell(),
      'process per command': processPerCommand,
    }
    const took = await runRounds(
      {
        floor: () => timed(peers.floor),
        ours: () => timed(peers.ours),
        'node-powershell': () => timed(peers['node-powershell']),
        'process per command': () => timed(peers['process per command']),
      },
      fewRounds(settings),
    )
    await Promise.all(Object.values(peers).map((peer) => peer.close()))
    return {
      name: longReply.name,
      title: longReply.title,
      rows: rowsOf(took, ['floor', 'ours', 'node-powershell', 'process per command'], {
        '20 MB': 'ms',
        '40 MB': 'ms',
      }),
      goals: goalsOf(took),
      remarks: [
        'A process per command also makes the answer anew each time, which the others’ child does not.',
        'All parse what they have read, and of 20 MB that is most of the time: there ours can’t be further ahead of node-powershell than the floor is.',
        'Where 40 MB take ours more than twice as long as 20 MB they take the floor so as well: that is parsing and the collector of garbage, not reading.',
      ],
    }
  },
}

type Length = '20 MB' | '40 MB'

async function timed(peer: Peer): Promise<Readonly<Record<Length, number>>> {
  return {
    '20 MB': await durationOf(() => peer.ask({ megabytes: 20 })),
    '40 MB': await durationOf(() => peer.ask({ megabytes: 40 })),
  }
}

function goalsOf(took: Rounds<'floor' | 'ours' | 'node-powershell', Length>): readonly Goal[] {
  const ours = (length: Length): readonly number[] => took('ours', length)
  const goal = { id: 'P2', unit: '×' } as const
  const againstFloor = (length: Length): Goal => ({
    ...goal,
    text: `${length}, ours : floor`,
    limit: 1.3,
    direction: 'at most',
    values: ratios(ours(length), took('floor', length)),
  })
  const againstRaw = (length: Length, limit: number): Goal => ({
    ...goal,
    text: `${length}, node-powershell : ours`,
    limit,
    direction: 'at least',
    values: ratios(took('node-powershell', length), ours(length)),
  })
  return [
    againstFloor('20 MB'),
    againstFloor('40 MB'),
    {
      ...goal,
      text: 'ours, 40 MB : 20 MB',
      limit: 2.3,
      direction: 'at most',
      values: ratios(ours('40 MB'), ours('20 MB')),
    },
    againstRaw('20 MB', 4),
    againstRaw('40 MB', 20),
  ]
}
