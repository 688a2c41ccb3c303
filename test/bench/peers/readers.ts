import { Buffer } from 'node:buffer'
import { PassThrough, Readable } from 'node:stream'
import { PowerShell } from 'node-powershell'
import { createReplyReader } from '../../../electron/hyperv/powershell/reply-reader.ts'
import { readLengths } from './floor.ts'

/** A way to read one long answer out of the pieces of a stream, without any process. */
export interface Reader {
  /** The answer as it stands in the stream of this reader. */
  readonly framed: (body: Buffer) => Buffer
  /** Settles with what was read and parsed. */
  readonly read: (pieces: readonly Buffer[]) => Promise<unknown>
}

const mark = 'SP0123456789abcdef01234567'
const sentinel = 'x0y1z2A3B4C5D6E7'

export const floorReader: Reader = {
  framed: (body) => {
    const head = Buffer.alloc(4)
    head.writeUInt32LE(body.length)
    return Buffer.concat([head, body])
  },
  read: (pieces) =>
    new Promise((resolve) => {
      const read = readLengths((body) => {
        resolve(JSON.parse(body.toString('utf8')))
      })
      Readable.from(pieces, { objectMode: false }).on('data', read)
    }),
}

export const ourReader: Reader = {
  framed: (body) => Buffer.concat([Buffer.from(`${mark} 1 done `), body, Buffer.from('\n')]),
  read: (pieces) =>
    new Promise((resolve, reject) => {
      const read = createReplyReader(mark, {
        onReply: ({ value }) => {
          resolve(value)
        },
        onNoise: reject,
        onBroken: reject,
      })
      Readable.from(pieces, { objectMode: false }).setEncoding('latin1').on('data', read)
    }),
}

/** node-powershell's own method, on as much of a shell as it looks at. */
export const nodePowerShellReader: Reader = {
  framed: (body) => Buffer.concat([Buffer.from(`${sentinel}\n`), body, Buffer.from(`\n${sentinel}\n`)]),
  read: async (pieces) => {
    const stdout = Readable.from(pieces, { objectMode: false }).setEncoding('utf8')
    const { readBulkFromOutput, detachStreamFromOutput } = PowerShell.prototype as unknown as HiddenReader
    const shell = {
      ...{ readBulkFromOutput, detachStreamFromOutput, resultsEncoding: 'utf-8' },
      streams: { stdout, stderr: new PassThrough() },
      debuggers: { output: () => undefined },
    }
    const text = (await shell.readBulkFromOutput(stdout, sentinel)).toString('utf8')
    // Where the end comes in more than one piece, it hands out the sentinel with the answer.
    return JSON.parse(text.slice(0, text.lastIndexOf('}') + 1)) as unknown
  },
}

interface HiddenReader {
  readonly readBulkFromOutput: (stream: Readable, delimiter: string) => Promise<Buffer>
  readonly detachStreamFromOutput: (stream: Readable) => void
}
