import { Buffer } from 'node:buffer'
import { startBenchChild, type ChildSettings } from './bench-child.ts'
import type { Peer } from './peer.ts'

/** A process for each request, which is what most tools do. Of PowerShell each would take far longer than of Node. */
export const processPerCommand: Peer = processPerCommandWith({})

export function processPerCommandWith(settings: ChildSettings): Peer {
  return {
    ask: (request) =>
      new Promise((resolve) => {
        const child = startBenchChild('once', { ...settings, BENCH_REQUEST: JSON.stringify(request) })
        const chunks: Buffer[] = []
        child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
        child.once('close', () => {
          resolve(JSON.parse(Buffer.concat(chunks).toString('utf8')))
        })
      }),
    close: () => Promise.resolve(),
  }
}
