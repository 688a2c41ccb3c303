import { Agent, request } from 'node:http'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { serveHttpBridge } from '../../electron/bridge/http.ts'
import { hostileValue } from '../support/hostile-values.ts'
import { createNotingHandlers, mutatedMessage, prototypesNow } from '../support/noting-handlers.ts'
import { silentLog } from '../support/silent-log.ts'

/** SAVEPOINT_SEED sends the messages of an earlier run again. */
const seed = Number(process.env.SAVEPOINT_SEED ?? Date.now() % 1_000_000)
const messages = Number(process.env.SAVEPOINT_MESSAGES ?? '1000')

interface Message {
  readonly path: string
  readonly type: string
  readonly body: Buffer
}

const json = (value: unknown): string => (value === undefined ? '' : JSON.stringify(value))
const good: fc.Arbitrary<{ readonly path: string; readonly text: string }> = mutatedMessage.map(
  ({ name, input }) => ({ path: name, text: json(input) }),
)
const broken = good.chain(({ path, text }) =>
  fc
    .constantFrom(
      `${text}${text}`,
      text.slice(0, -1),
      `\uFEFF${text}`,
      text.replace('{', '{"vmId":1,'),
      `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
      text.replaceAll('"', "'"),
    )
    .map((each) => ({ path, text: each })),
)
const elsewhere = fc.record({
  path: fc.constantFrom(
    '',
    '__proto__',
    'constructor',
    'toString',
    '..%2f..%2fsession',
    'vm.list%00',
    '%E0%A4%A',
    'vm.list/',
    '%2e%2e',
  ),
  text: hostileValue.map(json),
})
const bytes = fc.uint8Array({ maxLength: 30 }).map((each) => Buffer.from(each))

/** What a page of ours may have sent, and what it never would. */
const message: fc.Arbitrary<Message> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.oneof(good, broken, elsewhere).map(({ path, text }) => ({
      path,
      type: 'application/json',
      body: Buffer.from(text),
    })),
  },
  {
    weight: 1,
    arbitrary: good.map(({ path, text }) => ({
      path,
      type: 'application/json',
      body: Buffer.from(text, 'utf16le'),
    })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      path: fc.constant('vm.list'),
      type: fc.constantFrom(
        'application/json',
        'text/plain',
        'multipart/form-data',
        'application/json; charset=x',
        '',
      ),
      body: bytes,
    }),
  },
)

describe(`Whatever somebody with a session sends over loopback, ${String(messages)} messages of SAVEPOINT_SEED=${String(seed)}`, () => {
  it('is answered, enters no handler unchecked, and changes nothing of the app itself', async () => {
    const before = prototypesNow()
    const { send, entered } = await open()
    let sent = 0
    await fc.assert(
      fc.asyncProperty(message, async (each) => {
        sent += 1
        entered.length = 0
        const { status, text } = await send(each)
        const ok = status === 200 && (JSON.parse(text) as { readonly ok: unknown }).ok === true
        if (status >= 500 || ok !== (entered.length === 1) || !entered.every(({ isChecked }) => isChecked))
          expect.fail(JSON.stringify({ status, text, entered }))
      }),
      { seed, numRuns: messages },
    )
    const well = await send({ path: 'vm.list', type: 'application/json', body: Buffer.from('{}') })
    expect([well.status, sent]).toEqual([200, messages])
    expect([prototypesNow(), 'polluted' in {}]).toEqual([before, false])
  }, 3_600_000)
})

async function open() {
  const { dispatch, entered } = createNotingHandlers()
  const app = { dispatch, subscribe: () => () => undefined, close: () => Promise.resolve() }
  const bridge = await serveHttpBridge({
    app,
    files: new Map(),
    port: 0,
    onStaleKey: () => undefined,
    log: silentLog,
  })
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(async () => {
    agent.destroy()
    await bridge.close()
  })
  const { origin } = bridge
  const post = (path: string, headers: Readonly<Record<string, string>>, body: Buffer) =>
    new Promise<{ readonly status: number; readonly text: string; readonly cookie: string }>(
      (resolve, reject) => {
        const asked = request(`${origin}${path}`, { agent, method: 'POST', headers: { origin, ...headers } })
        asked.once('error', reject)
        asked.once('response', (response) => {
          const chunks: Buffer[] = []
          response.on('data', (chunk: Buffer) => chunks.push(chunk))
          response.once('end', () => {
            const cookie = response.headers['set-cookie']?.[0]?.split(';')[0] ?? ''
            resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), cookie })
          })
        })
        asked.end(body)
      },
    )
  const key = new URL(bridge.newOpeningUrl()).hash.slice(1)
  const type = { 'content-type': 'application/json' }
  const { cookie } = await post('/bridge/session', type, Buffer.from(JSON.stringify({ key })))
  return {
    entered,
    send: (each: Message) =>
      post(`/bridge/call/${each.path}`, { 'content-type': each.type, cookie }, each.body),
  }
}
