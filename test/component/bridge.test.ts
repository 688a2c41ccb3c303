import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { AppEvent } from '#contract/events'
import { call } from '../../renderer/bridge.ts'
import { httpBridge } from '../../renderer/http-bridge.ts'
import { host } from './support/examples.ts'
import { giveBridge } from './support/give-bridge.ts'

/** The browser's own stream, in the hand of a test. */
class FakeEventSource extends EventTarget {
  static readonly CLOSED = 2
  static readonly opened: FakeEventSource[] = []
  readyState = 1

  constructor(readonly url: string) {
    super()
    FakeEventSource.opened.push(this)
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }

  break(isForGood: boolean): void {
    this.readyState = isForGood ? FakeEventSource.CLOSED : 0
    this.dispatchEvent(new Event('error'))
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', FakeEventSource)
  FakeEventSource.opened.length = 0
})

afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

function answerWith(status: number, body: unknown): ReturnType<typeof vi.fn> {
  const fetched = vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })))
  vi.stubGlobal('fetch', fetched)
  return fetched
}

describe('asking over HTTP', () => {
  it('posts the input as JSON and answers the reply', async () => {
    const fetched = answerWith(200, { ok: true, value: host })
    const reply = await httpBridge().call('host.status', {})
    expect([reply, fetched.mock.calls]).toEqual([
      { ok: true, value: host },
      [
        [
          '/bridge/call/host.status',
          { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' },
        ],
      ],
    ])
  })

  it('says that Savepoint was started again where the page is not let in any more', async () => {
    answerWith(401, {})
    expect(await httpBridge().call('host.status', {})).toMatchObject({
      ok: false,
      error: {
        code: 'untrusted',
        message: expect.stringContaining('Open the address that Savepoint printed last') as string,
      },
    })
  })
})

describe('events over HTTP', () => {
  function listen(): { readonly heard: string[]; readonly stop: () => void } {
    const heard: string[] = []
    const stop = httpBridge().listen(
      (event: AppEvent) => heard.push(event.name),
      () => heard.push('linked'),
      () => heard.push('lost'),
    )
    onTestFinished(stop)
    return { heard, stop }
  }

  it('are handed on, each link and each break too', () => {
    const { heard } = listen()
    const [source] = FakeEventSource.opened
    source?.dispatchEvent(new Event('linked'))
    source?.dispatchEvent(
      new MessageEvent('message', { data: JSON.stringify({ name: 'host.changed', payload: host }) }),
    )
    source?.break(false)
    source?.dispatchEvent(new Event('linked'))
    expect([heard, FakeEventSource.opened.length]).toEqual([['linked', 'host.changed', 'lost', 'linked'], 1])
  })

  it('are asked for again where the stream was refused for good, until nobody listens any more', () => {
    const { heard, stop } = listen()
    FakeEventSource.opened.at(-1)?.break(true)
    vi.runOnlyPendingTimers()
    FakeEventSource.opened.at(-1)?.break(true)
    stop()
    vi.runOnlyPendingTimers()
    expect([heard, FakeEventSource.opened.length]).toEqual([['lost', 'lost'], 2])
  })

  it('go on by a new address, which differs from that of the open page by its key alone', () => {
    const replace = vi.fn()
    vi.stubGlobal('location', { hash: '', replace })
    const { stop } = listen()
    vi.stubGlobal('location', { hash: '#key', replace })
    dispatchEvent(new Event('hashchange'))
    stop()
    dispatchEvent(new Event('hashchange'))
    expect(replace.mock.calls).toEqual([['/bridge/open#key']])
  })
})

describe('call', () => {
  it('throws what was refused with its code and the host’s own words', async () => {
    giveBridge({
      call: () => Promise.resolve({ ok: false, error: { code: 'busy', message: 'Later.', detail: '0x1' } }),
      listen: () => () => undefined,
    })
    await expect(call('host.status', {})).rejects.toMatchObject({
      code: 'busy',
      message: 'Later.',
      detail: '0x1',
    })
  })

  it('throws that nobody answers where the other side can’t be reached', async () => {
    giveBridge({ call: () => Promise.reject(new TypeError('Failed')), listen: () => () => undefined })
    await expect(call('host.status', {})).rejects.toMatchObject({ code: 'host-lost' })
  })
})
