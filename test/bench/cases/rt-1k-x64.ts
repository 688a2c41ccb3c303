import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { atLeastTimes, atMostTimes } from '../goal-against.ts'
import { openFloor } from '../peers/floor.ts'
import { openNodePowerShell } from '../peers/node-powershell.ts'
import { openOurs } from '../peers/ours.ts'
import type { Peer } from '../peers/peer.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

const inFlight = 64
const request = { text: 'x'.repeat(1_000) }

/** Whether waiting in line costs anything. */
export const roundTripsAtOnce: BenchCase = {
  name: 'rt-1k-x64',
  title: `${String(inFlight)} questions of 1 KB asked at once`,
  run: async (settings) => {
    const peers = { floor: openFloor(), ours: await openOurs(), 'node-powershell': openNodePowerShell() }
    const times = settings.isQuick ? 8 : 30
    const took = await runRounds(
      {
        floor: () => timed(peers.floor, times, atOnce),
        'floor, one after the other': () => timed(peers.floor, times, inTurn),
        ours: () => timed(peers.ours, times, atOnce),
        'node-powershell': () => timed(peers['node-powershell'], Math.ceil(times / 8), atOnce),
      },
      settings,
    )
    await Promise.all(Object.values(peers).map((peer) => peer.close()))
    const each = (peer: Parameters<typeof took>[0]): readonly number[] => took(peer, 'an answer')
    return {
      name: roundTripsAtOnce.name,
      title: roundTripsAtOnce.title,
      rows: rowsOf(took, ['floor', 'floor, one after the other', 'ours', 'node-powershell'], {
        'an answer': 'ms',
      }),
      goals: [
        atMostTimes('P1', 'ours : floor, one after the other', 1.5, [
          each('ours'),
          each('floor, one after the other'),
        ]),
        atLeastTimes('P1', 'node-powershell : ours', 1, [each('node-powershell'), each('ours')]),
      ],
      remarks: [
        'PowerShell does one thing after the other, so ours asks one question after the other and has the rest wait here, where a deadline can still stop them. The floor sends all 64 at once and shows what that leaves.',
        'An answer is the mean of them all, the slowest too; from round to round it differs by more than what it is above or below its goal.',
      ],
    }
  },
}

async function timed(
  peer: Peer,
  times: number,
  ask: (peer: Peer) => Promise<unknown>,
): Promise<{ readonly 'an answer': number }> {
  const whole = await durationOf(async () => {
    for (let time = 0; time < times; time += 1) await ask(peer)
  })
  return { 'an answer': whole / times / inFlight }
}

function atOnce(peer: Peer): Promise<unknown> {
  return Promise.all(Array.from({ length: inFlight }, () => peer.ask(request)))
}

async function inTurn(peer: Peer): Promise<void> {
  for (let call = 0; call < inFlight; call += 1) await peer.ask(request)
}
