import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { startBenchChild, type ChildSettings } from './bench-child.ts'
import type { Peer } from './peer.ts'

/** The least that can be done: a length, then so many bytes, joined once and parsed. No deadline, no error, no noise. */
export function openFloor(settings: ChildSettings = {}): Peer {
  const child = startBenchChild('lengths', settings)
  let chunks: Buffer[] = []
  let received = 0
  let resolveAnswer: (value: unknown) => void = () => undefined
  child.stdout.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    received += chunk.length
    const [first] = chunks
    // The length comes in one piece: the child writes it by itself or together with what follows.
    if (first === undefined || received < 4 + first.readUInt32LE()) return
    const text = Buffer.concat(chunks).toString('utf8', 4)
    chunks = []
    received = 0
    resolveAnswer(JSON.parse(text))
  })
  return {
    ask: (request) =>
      new Promise((resolve) => {
        resolveAnswer = resolve
        const body = Buffer.from(JSON.stringify(request))
        const head = Buffer.alloc(4)
        head.writeUInt32LE(body.length)
        child.stdin.write(Buffer.concat([head, body]))
      }),
    close: async () => {
      child.stdin.end()
      await once(child, 'close')
    },
  }
}
