import { Buffer } from 'node:buffer'
import { againstBareHttp } from '../against-bare-http.ts'
import type { BenchCase } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { paths, type BridgePeer } from '../peers/bridges.ts'

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
    const { rows, goals } = await againstBareHttp(
      served,
      ['file', 'answer'],
      (peer) => Promise.resolve(() => timed(peer)),
      settings,
    )
    return {
      name: bridgeGet.name,
      title: bridgeGet.title,
      rows,
      goals,
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
