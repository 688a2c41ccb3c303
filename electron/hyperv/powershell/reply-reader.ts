import { Buffer, isAscii } from 'node:buffer'

/** One line of an answer. */
export interface ReplyLine {
  readonly number: number
  readonly kind: 'part' | 'progress' | 'done' | 'failed'
  readonly value: unknown
}

export interface ReplyListeners {
  readonly onReply: (reply: ReplyLine) => void
  /** A line without the mark: harmless, whoever wrote it. */
  readonly onNoise: (line: string) => void
  /** A line with the mark that can't be read. What comes after it can't be trusted. */
  readonly onBroken: () => void
}

/** In bytes. Longer than any answer; a stream without a line end must not fill the memory. */
const longestLine = 64 * 1024 * 1024

/**
 * Reads marked lines out of a stream, in linear time however it is cut into chunks. Each chunk is latin1, a character for
 * each byte: bytes are gathered, looked at and made into text again in a fraction of the time that text takes.
 */
export function createReplyReader(mark: string, listeners: ReplyListeners): (chunk: string) => void {
  const line = gatherBytes()
  return (chunk) => {
    const ends = chunk.split('\n')
    const rest = ends.pop() ?? ''
    for (const end of ends) {
      line.append(end)
      readLine(line.take(), mark, listeners)
    }
    if (line.append(rest) <= longestLine) return
    line.take()
    listeners.onBroken()
  }
}

interface GatheredBytes {
  /** Answers how many there are by now. */
  readonly append: (latin1: string) => number
  /** All of them, which stay what they are until the next are appended. */
  readonly take: () => Buffer
}

/** Room for most lines. What a long one needed is not kept. */
const usualRoom = 64 * 1024

/** In one piece that doubles as it grows: many pieces that are joined at the end set off the collector of garbage. */
function gatherBytes(): GatheredBytes {
  let room = Buffer.allocUnsafe(usualRoom)
  let length = 0
  return {
    append: (latin1) => {
      const needed = length + latin1.length
      if (needed > room.length) {
        const larger = Buffer.allocUnsafe(Math.max(needed, room.length * 2))
        room.copy(larger, 0, 0, length)
        room = larger
      }
      room.write(latin1, length, 'latin1')
      length = needed
      return length
    },
    take: () => {
      const taken = room.subarray(0, length)
      if (room.length > usualRoom) room = Buffer.allocUnsafe(usualRoom)
      length = 0
      return taken
    },
  }
}

function readLine(line: Buffer, mark: string, listeners: ReplyListeners): void {
  // A byte order mark, an escape code or a text without a line end may stand in front of the mark.
  const start = line.indexOf(mark)
  if (start === -1) {
    const text = line.toString('utf8')
    if (text.trim() !== '') listeners.onNoise(text)
    return
  }
  const reply = parsed(line.subarray(start + mark.length))
  if (reply === null) listeners.onBroken()
  else listeners.onReply(reply)
}

function parsed(bytes: Buffer): ReplyLine | null {
  // An answer is ASCII alone, so what is not has been damaged on the way.
  if (!isAscii(bytes)) return null
  const text = bytes.toString('latin1')
  const [head, number, kind] = /^ (\d{1,9}) (part|progress|done|failed) /.exec(text) ?? []
  if (head === undefined || !isKind(kind)) return null
  try {
    // What ends the line is white space to JSON as well.
    return { number: Number(number), kind, value: JSON.parse(text.slice(head.length)) as unknown }
  } catch {
    return null
  }
}

function isKind(kind: string | undefined): kind is ReplyLine['kind'] {
  return kind === 'part' || kind === 'progress' || kind === 'done' || kind === 'failed'
}
