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

/** Longer than any answer; a stream without a line end must not fill the memory. */
const longestLine = 64 * 1024 * 1024

/** Reads marked lines out of a stream, in linear time however it is cut into chunks. */
export function createReplyReader(mark: string, listeners: ReplyListeners): (chunk: string) => void {
  let pieces: string[] = []
  let length = 0
  return (chunk) => {
    const lines = chunk.split('\n')
    const rest = lines.pop() ?? ''
    for (const line of lines) {
      pieces.push(line)
      readLine(pieces.join(''), mark, listeners)
      pieces = []
      length = 0
    }
    if (rest === '') return
    pieces.push(rest)
    length += rest.length
    if (length <= longestLine) return
    pieces = []
    length = 0
    listeners.onBroken()
  }
}

function readLine(line: string, mark: string, listeners: ReplyListeners): void {
  // A byte order mark, an escape code or a text without a line end may stand in front of the mark.
  const start = line.indexOf(mark)
  if (start === -1) {
    if (line.trim() !== '') listeners.onNoise(line)
    return
  }
  const reply = parsed(line.slice(start + mark.length))
  if (reply === null) listeners.onBroken()
  else listeners.onReply(reply)
}

/** What bytes become that are no UTF-8. */
const noText = '\uFFFD'

function parsed(text: string): ReplyLine | null {
  const [head, number, kind] = /^ (\d{1,9}) (part|progress|done|failed) /.exec(text) ?? []
  if (head === undefined || !isKind(kind)) return null
  // An answer is ASCII alone, so what was no text at all has been damaged on the way.
  if (text.includes(noText)) return null
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
