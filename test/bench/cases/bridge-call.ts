import { Buffer } from 'node:buffer'
import type { AppEvent } from '#contract/events'
import { againstBareHttp } from '../against-bare-http.ts'
import type { BenchCase } from '../bench-case.ts'
import { paths, type BridgePeer } from '../peers/bridges.ts'
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
    const calls = settings.isQuick ? 300 : 1_500
    const { rows, goals } = await againstBareHttp(
      served,
      ['call, p50', 'event, p50'],
      async (peer) => {
        const heard = await listening(peer)
        return async () => ({
          'call, p50': await median(calls, () => timeCall(peer)),
          'event, p50': await median(calls, () => timeEvent(peer, [heard], event)),
        })
      },
      settings,
    )
    return {
      name: bridgeCall.name,
      title: bridgeCall.title,
      rows,
      goals,
      remarks: [
        'Both keep one connection open and parse and write the same JSON. Ours besides checks who asks before it reads, and forbids in its headers what a page may not do.',
        'What a call takes longer is Hono’s way to the handler and back; looking who asks is a few microseconds of it. A window asks once for what somebody does.',
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
