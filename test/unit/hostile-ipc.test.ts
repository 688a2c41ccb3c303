import type { WebContents } from 'electron'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reply } from '#contract/errors'
import { serveIpc } from '../../electron/bridge/ipc.ts'
import {
  createNotingHandlers,
  mutatedMessage,
  operationNames,
  prototypesNow,
} from '../support/noting-handlers.ts'
import { validInputs } from '../support/valid-inputs.ts'

/** SAVEPOINT_SEED sends the messages of an earlier run again. */
const seed = Number(process.env.SAVEPOINT_SEED ?? Date.now() % 1_000_000)
const messages = Number(process.env.SAVEPOINT_MESSAGES ?? '10000')

type Answer = (
  event: { readonly senderFrame: unknown },
  ...parameters: readonly unknown[]
) => Promise<Reply<unknown>>

/** The bridge and the real dispatcher, before handlers that note what reached them. */
function create() {
  const { dispatch, entered } = createNotingHandlers()
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
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...operationNames) },
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

/** Anything at all, and what would be good but in one place. */
const message = fc.oneof(
  fc.record({ name, input }),
  mutatedMessage as fc.Arbitrary<{ readonly name: unknown; readonly input: unknown }>,
)

describe(`Whatever comes over IPC, ${String(messages)} messages of SAVEPOINT_SEED=${String(seed)}`, () => {
  it('is answered, enters no handler unchecked or from a stranger, and changes nothing of the app itself', async () => {
    const before = prototypesNow()
    const { page, entered, answers, listeners, heard } = create()
    const url = page.mainFrame.url
    let sent = 0
    await fc.assert(
      fc.asyncProperty(sender, message, async (senderOf, { name: what, input: parameter }) => {
        sent += 1
        page.mainFrame.url = url
        entered.length = 0
        const heardBefore = heard()
        const senderFrame = senderOf(page.mainFrame)
        const isOurs = senderFrame === page.mainFrame && page.mainFrame.url === url
        const reply = await answers.get('bridge:call')!({ senderFrame }, what, parameter)
        listeners[0]!({ senderFrame })
        const isHeard = heard() > heardBefore
        const isChecked = entered.every((each) => each.isChecked)
        const { ok } = reply
        if (typeof ok !== 'boolean' || !isChecked || ok !== (entered.length === 1) || isHeard !== isOurs)
          expect.fail(JSON.stringify({ reply, entered, isOurs, isHeard }))
        if (!isOurs && ok) expect.fail('A stranger was answered.')
      }),
      { seed, numRuns: messages },
    )
    expect([sent, prototypesNow(), 'polluted' in {}]).toEqual([messages, before, false])
  }, 3_600_000)

  it('has good messages to change in one place: each is let through as it is', async () => {
    const { page, answers } = create()
    for (const each of operationNames) {
      const sent = { senderFrame: page.mainFrame }
      expect([each, await answers.get('bridge:call')!(sent, each, validInputs[each])]).toEqual([
        each,
        { ok: true, value: {} },
      ])
    }
  })

  it('has two channels, and no other', () => {
    const { answers, listeners } = create()
    expect([[...answers.keys()], listeners.length]).toEqual([['bridge:call'], 1])
  })
})
