import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { refusal } from '../../electron/bridge/refusals.ts'
import { type Attacked, type HostileRow, bytesOf, goodRequest } from '../support/hostile/hostile-row.ts'
import { type AttackedApp, openAttackedApp } from '../support/hostile/open-attacked-app.ts'
import { rowsOfBodies } from '../support/hostile/rows-of-bodies.ts'
import { rowsOfBytes } from '../support/hostile/rows-of-bytes.ts'
import { rowsOfSecrets } from '../support/hostile/rows-of-secrets.ts'
import { rowsOfSenders } from '../support/hostile/rows-of-senders.ts'
import { rowsOfShapes } from '../support/hostile/rows-of-shapes.ts'
import { rowsOfSmuggling } from '../support/hostile/rows-of-smuggling.ts'
import { rowsOfTargets } from '../support/hostile/rows-of-targets.ts'
import { type RawAnswer, sendRaw } from '../support/hostile/send-raw.ts'

const rows = [
  ...rowsOfSenders,
  ...rowsOfShapes,
  ...rowsOfSmuggling(),
  ...rowsOfBodies,
  ...rowsOfTargets,
  ...rowsOfSecrets(),
  ...rowsOfBytes(),
]

/** All that may be said to whoever is refused before the dispatcher; what Node itself refuses gets no words at all. */
const refusals = ['', 'Not found', ...Object.values(refusal).map((each) => JSON.stringify(each))]

let app: AttackedApp

beforeEach(async () => {
  app = await openAttackedApp()
})

afterEach(() => app.close())

describe('A hostile request over loopback', { timeout: 120_000 }, () => {
  it('is refused, changes nothing and tells nothing, and a good one works right after it', async () => {
    const harmful: [name: string, why: string][] = []
    for (const row of rows) {
      const answers = await sendRaw(app.at.port, row.pieces(app.at), row.then)
      const problem = problemOf(row, answers) ?? app.newChanges()[0] ?? (await problemOfGood())
      if (problem !== null) harmful.push([row.name, problem])
    }
    expect(harmful).toEqual([])
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
    expect(rows.length).toBeGreaterThan(500)
    expect('polluted' in {}).toBe(false)
  })

  it('leaves the key that it came with as good as it was', async () => {
    for (const row of rows.filter(({ name }) => name.endsWith('on the exchange of the key')))
      await sendRaw(app.at.port, row.pieces(app.at), row.then)
    const [answer] = await sendRaw(app.at.port, [bytesOf(goodRequest('the exchange of the key', app.at))])
    expect([answer?.status, answer?.head]).toEqual([
      204,
      expect.stringContaining('HttpOnly; SameSite=Strict'),
    ])
  })

  it('that comes two hundred times at once keeps no page of ours waiting', async () => {
    const sockets = await Promise.all(
      Array.from({ length: 200 }, (_, index) => open(rows[index * 7]?.pieces)),
    )
    const whileOpen = await problemOfGood()
    for (const socket of sockets) socket.destroy()
    expect([sockets.length, whileOpen, await problemOfGood(), app.newChanges()]).toEqual([
      200,
      null,
      null,
      [],
    ])
  })

  it('that trickles in, or is never whole, is ended in time, and good ones are answered beside it', async () => {
    const impatient = await openAttackedApp({ headers: 800, request: 1_200, look: 50, waiting: 1_000_000 })
    onTestFinished(() => impatient.close())
    const { at } = impatient
    const ended = tricklesTo(at).map(([from, bytes]) => trickle(at.port, bytes, from))
    expect(await problemOfGood(at)).toBe(null)
    expect((await Promise.all(ended)).flat().filter(({ status }) => status !== 408)).toEqual([])
    expect([await problemOfGood(at), impatient.newChanges()]).toEqual([null, []])
  })
})

/** How much comes at once, of what then goes on a byte at a time and never ends. */
function tricklesTo(at: Attacked): readonly (readonly [from: number, bytes: Buffer])[] {
  const page = bytesOf(goodRequest('a page', at))
  const call = bytesOf(goodRequest('a call that changes', at)).subarray(0, -1)
  const body = call.indexOf('\r\n\r\n') + 4
  return [
    [0, Buffer.alloc(0)],
    [16, Buffer.from('GET /index.html\r\n')],
    [30, page.subarray(0, 30)],
    [0, page],
    [body, call],
    [body + 1, call.subarray(0, body + 1)],
  ]
}

/** Somebody who connects, says something, and stays. */
async function open(pieces: HostileRow['pieces'] = () => []): Promise<Socket> {
  const socket = connect(app.at.port, '127.0.0.1')
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    socket.once('connect', resolve)
  })
  for (const piece of pieces(app.at).slice(0, 1)) socket.write(piece.slice(0, 100))
  return socket
}

/** The first bytes at once, and the others one by one for as long as somebody listens; answers when nobody does. */
function trickle(port: number, bytes: Buffer, from: number): Promise<readonly RawAnswer[]> {
  return sendRaw(port, [bytes.subarray(0, from)], 'waits', (socket) => {
    let next = from
    const timer = setInterval(() => {
      if (next < bytes.length) socket.write(bytes.subarray(next, (next += 1)))
    }, 40)
    socket.once('close', () => {
      clearInterval(timer)
    })
  })
}

/** What is wrong with how a row was answered; null where it was refused as it should be. */
function problemOf(row: HostileRow, answers: readonly RawAnswer[]): string | null {
  const before = row.before ?? []
  const good = answers.slice(0, before.length).map(({ status }) => status)
  if (String(good) !== String(before)) return `The good ones before it got ${String(good)}.`
  for (const { status, head, body } of answers.slice(before.length)) {
    const isRefused = status >= 400 || (row.isDispatched === true && body.startsWith('{"ok":false,'))
    if (!isRefused) return `It got ${String(status)} ${body.slice(0, 80)}`
    if (row.isDispatched !== true && !refusals.includes(body)) return `It was told ${body.slice(0, 200)}`
    const told = app.secrets.find((secret) => `${head}${body}`.includes(secret))
    if (told !== undefined || /\bat \S+ \(|node_modules|\.ts\b|\.js:/.test(body)) return `It learned ${body}`
    if (/^(?:access-control-|server:|x-powered-by:|set-cookie:|location:)/im.test(head))
      return `It got ${head}`
  }
  return null
}

async function problemOfGood(at = app.at): Promise<string | null> {
  const [answer] = await sendRaw(at.port, [bytesOf(goodRequest('a call that reads', at))])
  return answer?.status === 200 && answer.body.startsWith('{"ok":true,"value":[{"id":')
    ? null
    : `A good one got ${String(answer?.status)} ${answer?.body ?? ''} after it.`
}
