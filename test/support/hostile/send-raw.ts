import { connect, type Socket } from 'node:net'
import type { HostileRow } from './hostile-row.ts'

export interface RawAnswer {
  readonly status: number
  readonly head: string
  readonly body: string
}

/** Writes bytes as they are, and answers all that came back until the other side closed. */
export function sendRaw(
  port: number,
  pieces: readonly (string | Buffer)[],
  then: HostileRow['then'] = 'waits',
  onConnected: (socket: Socket) => void = () => undefined,
): Promise<readonly RawAnswer[]> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    const socket = connect({ port, host: '127.0.0.1', allowHalfOpen: then !== 'goes' }, () => {
      for (const piece of pieces) socket.write(piece)
      onConnected(socket)
      if (then === 'closes its half') socket.end()
      if (then === 'goes') socket.end(() => socket.destroy())
    })
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      // A stream of events would go on for ever.
      if (chunk.includes('text/event-stream')) socket.destroy()
    })
    socket.on('end', () => socket.destroy())
    // Whoever is hung up on while still talking learns of that as an error; what was heard before counts.
    socket.on('error', () => undefined)
    socket.on('close', () => {
      resolve(answersIn(Buffer.concat(chunks).toString('latin1')))
    })
  })
}

/** Each answer says its length or comes in chunks; where it says neither, it has no body. */
function answersIn(text: string): readonly RawAnswer[] {
  if (text === '') return []
  const [head = ''] = text.split('\r\n\r\n', 1)
  const { body, rest } = bodyIn(head, text.slice(head.length + 4))
  return [{ status: Number(/^HTTP\/1\.1 (\d{3}) /.exec(head)?.[1] ?? 0), head, body }, ...answersIn(rest)]
}

function bodyIn(head: string, text: string): { readonly body: string; readonly rest: string } {
  if (!/^transfer-encoding: chunked/im.test(head)) {
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0)
    return { body: text.slice(0, length), rest: text.slice(length) }
  }
  const [line = ''] = text.split('\r\n', 1)
  const start = line.length + 2
  const length = Number.parseInt(line, 16)
  if (!(length > 0)) return { body: '', rest: text.slice(start + 2) }
  const { body, rest } = bodyIn(head, text.slice(start + length + 2))
  return { body: text.slice(start, start + length) + body, rest }
}
