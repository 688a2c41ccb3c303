import { Buffer } from 'node:buffer'
import type { AppEvent } from '#contract/events'
import type { BenchCase } from '../bench-case.ts'
import { atMostTimes } from '../goal-against.ts'
import { openBareHttp, openOurBridge, paths, type BridgePeer } from '../peers/bridges.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'
import { percentile } from '../statistics.ts'
import { createHeard, timeEvent, type Heard } from '../time-event.ts'

const text = 'x'.repeat(1_000)
const event: AppEvent = {
  name: 'settings.changed',
  // Nobody looks at what it says; it is as long as a call is.
  payload: { text } as unknown as Extract<AppEvent, { readonly name: 'settings.changed' }>['payload'],
}

/** A short question over the loopback bridge, and an event. */
export const bridgeCall: BenchCase = {
  name: 'bridge-call',
  title: 'A call and an event of 1 KB over the loopback bridge',
  run: async (settings) => {
    const served = { large: null, file: Buffer.from('') }
    const peers = { ours: await openOurBridge(served), 'bare HTTP': await openBareHttp(served) }
    const heard = { ours: await listening(peers.ours), 'bare HTTP': await listening(peers['bare HTTP']) }
    const calls = settings.isQuick ? 300 : 1_500
    const run = (peer: keyof typeof peers) => async () => ({
      'call, p50': await median(calls, () => timeCall(peers[peer])),
      'event, p50': await median(calls, () => timeEvent(peers[peer], [heard[peer]], event)),
    })
    const took = await runRounds({ ours: run('ours'), 'bare HTTP': run('bare HTTP') }, settings)
    for (const peer of Object.values(peers)) {
      peer.client.close()
      await peer.close()
    }
    return {
      name: bridgeCall.name,
      title: bridgeCall.title,
      rows: rowsOf(took, ['ours', 'bare HTTP'], { 'call, p50': 'ms', 'event, p50': 'ms' }),
      goals: (['call, p50', 'event, p50'] as const).map((measure) =>
        atMostTimes('P11', `${measure}, ours : bare HTTP`, 1.5, [
          took('ours', measure),
          took('bare HTTP', measure),
        ]),
      ),
      remarks: [
        'Both keep one connection open and parse and write the same JSON. Ours besides checks who asks before it reads, and forbids in its headers what a page may not do.',
        'What a call takes longer is looking who asks, and Hono’s way to the handler and back; what of it is which was not measured. It is a fraction of a millisecond, and a window asks once for what somebody does.',
      ],
    }
  },
}

async function listening({ client }: BridgePeer): Promise<Heard> {
  const heard = createHeard()
  await client.listen(paths.events, heard.onData)
  return heard
}

async function timeCall({ client }: BridgePeer): Promise<number> {
  const start = performance.now()
  JSON.parse((await client.post(paths.call, JSON.stringify({ text }))).toString('utf8'))
  return performance.now() - start
}

async function median(times: number, measure: () => Promise<number>): Promise<number> {
  const took: number[] = []
  for (let time = 0; time < times; time += 1) took.push(await measure())
  return percentile(took, 50)
}
