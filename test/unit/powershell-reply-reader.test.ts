import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createReplyReader, type ReplyLine } from '../../electron/hyperv/powershell/reply-reader.ts'

const mark = 'SPa1b2c3'

describe('reading replies', () => {
  it('gives the same whichever way the stream is cut', () => {
    const reply = fc.record({
      number: fc.nat(999),
      kind: fc.constantFrom<ReplyLine['kind']>('part', 'progress', 'done', 'failed'),
      // As JSON has it: there is no -0 in it.
      value: fc.jsonValue().map((value): unknown => JSON.parse(JSON.stringify(value))),
    })
    const end = fc.constantFrom('\n', '\r\n')
    fc.assert(
      fc.property(fc.array(reply), end, fc.array(fc.nat(40), { minLength: 1 }), (replies, eol, lengths) => {
        const text = replies
          .map(lineOf)
          .map((line) => line + eol)
          .join('')
        expect(read(cut(text, lengths))).toEqual({ replies, noise: [], broken: 0 })
      }),
    )
  })

  it('takes for noise what has no mark, and for broken what has it and can’t be read', () => {
    const lines = [
      asBytes('WARNUNG: SPa1b2 “größer”'),
      '',
      `${mark} 3 done {}`,
      `${mark} 3 finished {}`,
      `${mark} x done {}`,
      `${mark} 3 done {`,
      `${mark}3 done {}`,
      `${mark} 3 done {"name":"Ba\xF1e"}`,
      asBytes(`${mark} 3 done {"name":"Bañe"}`),
      'the rest without an end',
    ]
    expect(read([lines.join('\n')])).toEqual({
      replies: [{ number: 3, kind: 'done', value: {} }],
      noise: ['WARNUNG: SPa1b2 “größer”'],
      broken: 6,
    })
  })

  it('does not keep a line that never ends', () => {
    const chunk = 'x'.repeat(8 * 1024 * 1024)
    const { broken } = read(Array.from({ length: 9 }, () => chunk))
    expect(broken).toBe(1)
  })
})

/** UTF-8, a character for each byte. */
function asBytes(text: string): string {
  return Buffer.from(text).toString('latin1')
}

function lineOf({ number, kind, value }: ReplyLine): string {
  return `${mark} ${String(number)} ${kind} ${JSON.stringify(value)}`
}

function read(chunks: readonly string[]): {
  readonly replies: readonly ReplyLine[]
  readonly noise: readonly string[]
  readonly broken: number
} {
  const replies: ReplyLine[] = []
  const noise: string[] = []
  const broken: string[] = []
  const push = createReplyReader(mark, {
    onReply: (reply) => replies.push(reply),
    onNoise: (line) => noise.push(line),
    onBroken: () => broken.push('broken'),
  })
  for (const chunk of chunks) push(chunk)
  return { replies, noise, broken: broken.length }
}

/** Pieces of these lengths, again and again; a length of nothing is an empty chunk. */
function cut(text: string, lengths: readonly number[]): readonly string[] {
  const pieces: string[] = []
  let start = 0
  for (let index = 0; start < text.length; index += 1) {
    // All lengths may be nothing, so the stream moves on by one at the end of each round.
    const length = (lengths[index % lengths.length] ?? 0) + (index % lengths.length === 0 ? 1 : 0)
    pieces.push(text.slice(start, start + length))
    start += length
  }
  return pieces
}
