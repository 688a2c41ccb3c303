import { Buffer } from 'node:buffer'
import { once } from 'node:events'
import { startBenchChild, type ChildSettings } from './bench-child.ts'
import type { Peer } from './peer.ts'

/** The least that can be done: a length, then so many bytes, joined once and parsed. No deadline, no error, no noise. Answers come in the order of the questions. */
export function openFloor(settings: ChildSettings = {}): Peer {
  const child = startBenchChild('lengths', settings)
  const waiting: ((value: unknown) => void)[] = []
  const read = readLengths((body) => {
    waiting.shift()?.(JSON.parse(body.toString('utf8')))
  })
  child.stdout.on('data', read)
  return {
    ask: (request) =>
      new Promise((resolve) => {
        waiting.push(resolve)
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

/** What comes is joined when a whole answer is there, and not before. */
export function readLengths(onBody: (body: Buffer) => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let received = 0
  let needed = 4
  return (chunk) => {
    chunks.push(chunk)
    received += chunk.length
    while (received >= needed) {
      const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)
      const length = 4 + all.readUInt32LE()
      const isWhole = received >= length
      const rest = isWhole ? all.subarray(length) : all
      chunks = rest.length === 0 ? [] : [rest]
      received = rest.length
      needed = isWhole ? 4 : length
      if (isWhole) onBody(all.subarray(4, length))
    }
  }
}
