import { Buffer } from 'node:buffer'
import type { BenchCase, BenchSettings, CaseResult } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { atLeastTimes, atMostTimes } from '../goal-against.ts'
import { inPieces } from '../in-pieces.ts'
import { floorReader, nodePowerShellReader, ourReader, type Reader } from '../peers/readers.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

/** How many megabytes, and how many a quick run has time for: node-powershell takes a quarter of a minute for the whole. */
const [whole, quick] = [20, 5] as const

/** However finely an answer is cut, reading it takes no longer. */
export const replyInSmallChunks: BenchCase = {
  name: 'reply-20m-4kchunks',
  title: `An answer of ${String(whole)} MB in pieces of 4 KB, read in this process`,
  run: (settings) => measured(replyInSmallChunks, settings, (body) => inPieces(body, 4_096)),
}

export const replyWithFineTail: BenchCase = {
  name: 'reply-20m-1byte-tail',
  title: `An answer of ${String(whole)} MB whose last 1,000 bytes come one by one, read in this process`,
  run: (settings) => measured(replyWithFineTail, settings, (body) => inPieces(body, 65_536, 1_000)),
}

async function measured(
  { name, title }: BenchCase,
  settings: BenchSettings,
  cut: (body: Buffer) => readonly Buffer[],
): Promise<CaseResult> {
  const megabytes = settings.isQuick ? quick : whole
  const body = bodyOf(megabytes)
  const read = (reader: Reader) => {
    const pieces = cut(reader.framed(body))
    return async () => ({ time: await durationOf(() => reader.read(pieces)) })
  }
  const peers = {
    floor: read(floorReader),
    ours: read(ourReader),
    'node-powershell': read(nodePowerShellReader),
  }
  const took = await runRounds(peers, settings)
  const ours = took('ours', 'time')
  return {
    ...{ name, title },
    rows: rowsOf(took, ['floor', 'ours', 'node-powershell'], { time: 'ms' }),
    goals: [
      atMostTimes('P2', 'ours : floor', 1.3, [ours, took('floor', 'time')]),
      // What grows with the square of the length, compared with what grows with the length.
      atLeastTimes('P2', 'node-powershell : ours', (100 * megabytes) / whole, [
        took('node-powershell', 'time'),
        ours,
      ]),
    ],
    remarks: [
      'All read the same pieces out of a stream of Node and parse what they have read; node-powershell by its own method.',
      'Ours looks for the end of a line in each piece, and keeps the line in room that doubles as it grows, where the floor only counts its bytes. What that takes differs from round to round by about twice.',
      ...(settings.isQuick ? [`A quick run reads ${String(quick)} MB.`] : []),
    ],
  }
}

/** One long text, so that what parsing takes does not hide what reading takes. */
function bodyOf(length: number): Buffer {
  return Buffer.from(JSON.stringify({ text: 'x'.repeat(length * 1_048_576) }))
}
