import { request } from 'node:http'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { AppEvent } from '#contract/events'
import { type HttpBridge, serveHttpBridge } from '../../electron/bridge/http.ts'
import { refusal } from '../../electron/bridge/refusals.ts'
import type { Log } from '../../electron/core/ports.ts'
import { silentLog } from '../support/silent-log.ts'

const index = { type: 'text/html; charset=utf-8', body: Buffer.from('<title>the window</title>') }
let bridge: HttpBridge
let calls: unknown[] = []
let publish: (event: AppEvent) => void = () => undefined
let staleKeys = 0
let warned: Parameters<Log['warn']>[] = []

beforeEach(async () => {
  calls = []
  warned = []
  staleKeys = 0
  bridge = await serveHttpBridge({
    app: {
      dispatch: (name, input) => {
        calls.push([name, input])
        if (name === 'breaks') return Promise.reject(new Error('It broke.'))
        return Promise.resolve({ ok: true, value: 'answer' })
      },
      subscribe: (listener) => {
        publish = listener
        return () => undefined
      },
      close: () => Promise.resolve(),
    },
    files: new Map([['/index.html', index]]),
    port: 0,
    onStaleKey: () => {
      staleKeys += 1
    },
    log: { ...silentLog, warn: (...line) => warned.push(line) },
  })
})

afterEach(() => bridge.close())

describe('the opened address', () => {
  it('leads to the window once, and never again in another browser', async () => {
    const key = new URL(bridge.newOpeningUrl()).hash.slice(1)
    const guessed = await send('POST', '/bridge/session', { body: { key: key.toLowerCase().slice(1) } })
    const first = await send('POST', '/bridge/session', { body: { key } })
    const second = await send('POST', '/bridge/session', { body: { key } })
    expect([guessed.status, first.status, second.status, staleKeys]).toEqual([401, 204, 401, 2])
    expect(first.headers['set-cookie']).toEqual([`${first.cookie}; Path=/; HttpOnly; SameSite=Strict`])
    const page = await send('GET', '/', { cookie: first.cookie })
    expect([page.status, page.text]).toEqual([200, '<title>the window</title>'])
  })

  it('may be opened again by a browser that is in already', async () => {
    const cookie = await signIn()
    expect((await send('POST', '/bridge/session', { body: { key: 'used up' }, cookie })).status).toBe(204)
  })

  it('shows the opening page to whoever has no session, and nothing else', async () => {
    const answers = await Promise.all(
      ['/', '/index.html', '/bridge/events', '/assets/x.js'].map((path) => send('GET', path)),
    )
    expect(answers.map(({ status }) => status)).toEqual([302, 401, 401, 401])
  })
})

describe('a call', () => {
  it('reaches the dispatcher with its input, and the answer comes back', async () => {
    const answer = await send('POST', '/bridge/call/vm.list', { body: { a: 1 }, cookie: await signIn() })
    expect([answer.status, JSON.parse(answer.text), calls]).toEqual([
      200,
      { ok: true, value: 'answer' },
      [['vm.list', { a: 1 }]],
    ])
  })

  it('is refused, with nothing dispatched, to whoever is not our page; and a good one works after each', async () => {
    const cookie = await signIn()
    const host = new URL(bridge.origin).host
    const port = host.split(':')[1] ?? ''
    const hostile: Record<string, string | undefined>[] = [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: undefined },
      { origin: `https://${host}` },
      { origin: `http://localhost:${port}` },
      { origin: 'http://127.0.0.1:1' },
      { host: 'evil.example' },
      { host: `evil.example:${port}` },
      { host: `evil.example:${port}`, origin: `http://evil.example:${port}` },
      { host: `127.0.0.1.nip.io:${port}` },
      { host: '127.0.0.1' },
      { host: `[::1]:${port}` },
      { host: `0.0.0.0:${port}` },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'content-type': 'text/plain' },
      { 'content-type': 'application/x-www-form-urlencoded' },
      { cookie: undefined },
      { cookie: cookie.slice(0, -1) },
      { cookie: `${cookie}; ${cookie}` },
      { cookie: cookie.replace(/savepoint-\d+/, 'savepoint-1') },
    ]
    for (const headers of hostile) {
      const refused = await send('POST', '/bridge/call/vm.list', { body: {}, cookie, headers })
      expect([headers, refused.status >= 400, calls.length]).toEqual([headers, true, 0])
      const good = await send('POST', '/bridge/call/vm.list', { body: {}, cookie })
      expect(good.status).toBe(200)
      calls = []
    }
  })

  it('that breaks Savepoint itself says no more than that, and why stands in the log', async () => {
    const cookie = await signIn()
    const broken = await send('POST', '/bridge/call/breaks', { body: {}, cookie })
    expect([broken.status, JSON.parse(broken.text)]).toEqual([500, refusal.defect])
    const error = expect.stringContaining('Error: It broke.') as string
    expect(warned).toEqual([['defect', { error }]])
    expect((await send('POST', '/bridge/call/vm.list', { body: {}, cookie })).status).toBe(200)
  })

  it('of any other method, or with a body that is not JSON or too large, is refused', async () => {
    const cookie = await signIn()
    const answers = [
      await send('PUT', '/bridge/call/vm.list', { body: {}, cookie }),
      await send('OPTIONS', '/bridge/call/vm.list', { cookie }),
      await send('GET', '/bridge/call/vm.list', { cookie }),
      await send('POST', '/bridge/call/vm.list', { text: '{', cookie }),
      await send('POST', '/bridge/call/vm.list', { text: `"${'x'.repeat(300_000)}"`, cookie }),
      await send('POST', '/bridge/session', { text: `"${'x'.repeat(300_000)}"` }),
    ]
    expect([answers.map(({ status }) => status), calls]).toEqual([[403, 403, 404, 400, 413, 413], []])
  })

  it('with a Host header that is sent twice or broken harms nobody', async () => {
    const port = Number(new URL(bridge.origin).port)
    for (const headers of ['Host: [\r\n', `Host: 127.0.0.1:${String(port)}\r\nHost: evil.example\r\n`, '']) {
      expect(await raw(port, `GET / HTTP/1.1\r\n${headers}Connection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1.1 40[03] /,
      )
    }
    expect((await send('GET', '/')).status).toBe(302)
  })
})

describe('every answer', () => {
  it('forbids foreign scripts, frames and sniffing, lets no other page read it, and is not kept', async () => {
    const { headers } = await send('GET', '/', { cookie: await signIn() })
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'") as string,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
  })

  it('knows only the files that were built', async () => {
    const cookie = await signIn()
    const paths = [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%5cpackage.json',
      '/index.html%00',
      '//index.html',
      '/package.json',
    ]
    const answers = await Promise.all(paths.map((path) => send('GET', path, { cookie })))
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 404, 404, 403, 404])
  })
})

it('sends every event as it happens, after a first one that says it is linked', async () => {
  const cookie = await signIn()
  const { host } = new URL(bridge.origin)
  const seen: string[] = []
  await new Promise<void>((resolve, reject) => {
    const stream = request(`http://${host}/bridge/events`, { headers: { host, cookie } }, (response) => {
      response.setEncoding('utf8').on('data', (text: string) => {
        seen.push(text)
        if (seen.join('').includes('linked') && seen.length === 1) publish({ name: 'vm.load', payload: [] })
        if (seen.join('').includes('vm.load')) {
          stream.destroy()
          resolve()
        }
      })
    })
    stream.on('error', reject).end()
  })
  expect(seen.join('')).toBe('event: linked\ndata: {}\n\ndata: {"name":"vm.load","payload":[]}\n\n')
})

interface Answer {
  readonly status: number
  readonly text: string
  readonly cookie: string
  readonly headers: Record<string, unknown>
}

interface Sent {
  readonly body?: unknown
  readonly text?: string
  readonly cookie?: string
  readonly headers?: Record<string, string | undefined>
}

async function signIn(): Promise<string> {
  const key = new URL(bridge.newOpeningUrl()).hash.slice(1)
  return (await send('POST', '/bridge/session', { body: { key } })).cookie
}

/** A request as our own page would send it, but for the headers given; undefined leaves one out. */
function send(method: string, path: string, sent: Sent = {}): Promise<Answer> {
  const { host, hostname, port } = new URL(bridge.origin)
  const all: Record<string, string | undefined> = {
    host,
    origin: method === 'GET' ? undefined : `http://${host}`,
    'content-type': 'application/json',
    cookie: sent.cookie,
    ...sent.headers,
  }
  const headers = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined))
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { method, hostname, port, path, headers: headers as Record<string, string> },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => {
          resolve({
            status: response.statusCode ?? 0,
            text: Buffer.concat(chunks).toString(),
            cookie: response.headers['set-cookie']?.[0]?.split(';')[0] ?? '',
            headers: response.headers,
          })
        })
      },
    )
    outgoing.on('error', reject)
    outgoing.end(sent.text ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body)))
  })
}

function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    const chunks: Buffer[] = []
    socket.on('data', (chunk: Buffer) => chunks.push(chunk))
    socket.on('error', reject)
    socket.on('close', () => {
      resolve(Buffer.concat(chunks).toString())
    })
  })
}
