import type { WebContents } from 'electron'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply } from '#contract/errors'
import { type Handlers, type OperationName, operations } from '#contract/operations'
import { serveIpc } from '../../electron/bridge/ipc.ts'
import { createDispatcher } from '../../electron/core/dispatcher.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { silentLog } from '../support/silent-log.ts'

type Answer = (
  event: { readonly senderFrame: unknown },
  ...parameters: readonly unknown[]
) => Promise<Reply<unknown>>

const names = Object.keys(operations) as OperationName[]

/** The bridge and the real dispatcher, before handlers that note whether what reached them is what their schema lets through. */
function create() {
  const entered: { readonly name: OperationName; readonly isChecked: boolean }[] = []
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown) => {
        entered.push({ name, isChecked: operations[name].input.safeParse(input).success })
        return Promise.resolve({})
      },
    ]),
  ) as unknown as Handlers
  const answers = new Map<string, Answer>()
  const listeners: ((event: { readonly senderFrame: unknown }) => void)[] = []
  let heard = 0
  const page = {
    mainFrame: { url: 'app://savepoint/index.html' },
    ipc: {
      handle: (channel: string, answer: Answer) => answers.set(channel, answer),
      on: (_channel: string, listener: (event: { readonly senderFrame: unknown }) => void) =>
        listeners.push(listener),
      removeHandler: () => undefined,
      removeAllListeners: () => undefined,
    },
  }
  const dispatch = createDispatcher(handlers, silentLog, createManualClock())
  serveIpc(
    page as unknown as WebContents,
    'app://savepoint',
    { dispatch, subscribe: () => () => undefined },
    () => (heard += 1),
  )
  return { page, entered, answers, listeners, heard: () => heard }
}

const strange = [
  ...['', 'vm.list ', 'VM.LIST', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'bridge:call'],
  ...['\u0000', '\u202Evm.list', '\uD800', '../vm.list', 'vm.list\n', 'x'.repeat(100_000)],
]
const name = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...names) },
  fc.constantFrom<unknown>(...strange),
  fc.anything(),
)

const addresses = [
  ...[
    'https://savepoint/',
    'app://savepoint.evil/',
    'app://savepoint@evil/',
    'app://savepoint:1/',
    'app://evil/',
  ],
  ...['file:///index.html', 'about:blank', 'data:text/html,x', 'javascript:1', 'blob:app://savepoint/1', ''],
  ...['app:savepoint', 'app:/savepoint/', 'APP ://savepoint/', 'null', 'app://savepoint%00/', '//savepoint/'],
]

/** What may come over the wire: any value, and values with the names of the fields that are expected. */
const fields = [
  'vmId',
  'checkpointId',
  'name',
  'notes',
  'keepCurrent',
  'changes',
  'what',
  'path',
  '__proto__',
]
const id = '5a7e0001-1c0d-4e5a-9b01-00000000a001'
const value = fc.oneof(
  fc.anything({
    withDate: true,
    withMap: true,
    withTypedArray: true,
    withNullPrototype: true,
    withBigInt: true,
  }),
  fc.constantFrom<unknown>(id, id.toUpperCase(), `{${id}}`, `${id}\n`, true, {}, 'window', -0, NaN, 2 ** 53),
)
const input = fc.oneof(
  value,
  fc.constantFrom<unknown>({}, { vmId: id }, { vmId: id, checkpointId: id }),
  fc.dictionary(fc.constantFrom(...fields), value),
  fc
    .constantFrom('{"__proto__":{"polluted":true}}', '{"constructor":{"prototype":{"polluted":true}}}')
    .map((text): unknown => JSON.parse(text)),
)

/** Takes the page's main frame; gives the frame that asks. */
const sender = fc.oneof(
  { weight: 2, arbitrary: fc.constant((frame: unknown) => frame) },
  fc.constantFrom(...addresses).map((url) => () => ({ url })),
  // Even a main frame, once it shows something else.
  fc.constantFrom(...addresses).map((url) => (frame: object) => Object.assign(frame, { url })),
  fc.constantFrom(
    () => null,
    () => ({ url: 'app://savepoint/index.html' }),
  ),
)

describe('Whatever comes over IPC', () => {
  it('is answered, enters no handler unchecked or from a stranger, and changes nothing of the app itself', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype)
    await fc.assert(
      fc.asyncProperty(sender, name, input, async (senderOf, what, parameter) => {
        const { page, entered, answers, listeners, heard } = create()
        const url = page.mainFrame.url
        const senderFrame = senderOf(page.mainFrame)
        const isOurs = senderFrame === page.mainFrame && page.mainFrame.url === url
        const reply = await answers.get('bridge:call')!({ senderFrame }, what, parameter)
        listeners[0]!({ senderFrame })
        expect(typeof reply.ok).toBe('boolean')
        if (!isOurs)
          expect([reply, entered, heard()]).toEqual([expect.objectContaining({ ok: false }), [], 0])
        expect(entered.every(({ isChecked }) => isChecked)).toBe(true)
        expect(reply.ok).toBe(entered.length === 1)
      }),
      { numRuns: 10_000 },
    )
    expect([Object.getOwnPropertyNames(Object.prototype), 'polluted' in {}]).toEqual([before, false])
  }, 120_000)

  it('has two channels, and no other', () => {
    const { answers, listeners } = create()
    expect([[...answers.keys()], listeners.length]).toEqual([['bridge:call'], 1])
  })
})
