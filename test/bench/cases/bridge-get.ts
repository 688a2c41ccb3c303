import { Buffer } from 'node:buffer'
import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { atMostTimes } from '../goal-against.ts'
import { openBareHttp, openOurBridge, paths, type BridgePeer } from '../peers/bridges.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

/** As long as the list of the largest host. */
const megabytes = 15

/** What is long, over the loopback bridge. */
export const bridgeGet: BenchCase = {
  name: 'bridge-get',
  title: `A file and an answer of ${String(megabytes)} MB over the loopback bridge`,
  run: async (settings) => {
    const large = Array.from({ length: megabytes * 1_024 }, (_, index) => ({
      index,
      text: 'x'.repeat(1_000),
    }))
    const served = { large, file: Buffer.from(JSON.stringify(large)) }
    const peers = { ours: await openOurBridge(served), 'bare HTTP': await openBareHttp(served) }
    const run = (peer: keyof typeof peers) => () => timed(peers[peer])
    const took = await runRounds({ ours: run('ours'), 'bare HTTP': run('bare HTTP') }, settings)
    for (const peer of Object.values(peers)) {
      peer.client.close()
      await peer.close()
    }
    return {
      name: bridgeGet.name,
      title: bridgeGet.title,
      rows: rowsOf(took, ['ours', 'bare HTTP'], { file: 'ms', answer: 'ms' }),
      goals: (['file', 'answer'] as const).map((measure) =>
        atMostTimes('P11', `${measure}, ours : bare HTTP`, 1.5, [
          took('ours', measure),
          took('bare HTTP', measure),
        ]),
      ),
      remarks: [
        'Of an answer, which is made of values, both write the JSON anew; whoever asks gets its bytes.',
      ],
    }
  },
}

async function timed({ client }: BridgePeer): Promise<Readonly<Record<'file' | 'answer', number>>> {
  return {
    file: await durationOf(() => client.get(paths.file)),
    answer: await durationOf(() => client.post(paths.call, JSON.stringify({ large: true }))),
  }
}
