import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import type { AppEvent } from '#contract/events'
import type { App } from '../../electron/core/app.ts'
import { serveIpc } from '../../electron/bridge/ipc.ts'

type Handler = (event: IpcMainInvokeEvent, ...parameters: readonly unknown[]) => Promise<unknown>

/** As much of Electron's page as the bridge touches, with a record of what reached it and the app behind. */
function createPage() {
  const handlers = new Map<string, Handler>()
  const ipcListeners = new Map<string, (event: { readonly senderFrame: unknown }) => void>()
  const onListening = vi.fn()
  const listeners = new Set<(event: AppEvent) => void>()
  const mainFrame = { url: 'app://savepoint/index.html' }
  const page = {
    mainFrame,
    destroyed: false,
    sent: [] as unknown[],
    dispatched: [] as unknown[],
    ipc: {
      handle: (channel: string, handler: Handler) => handlers.set(channel, handler),
      removeHandler: (channel: string) => handlers.delete(channel),
      on: (channel: string, listener: () => void) => ipcListeners.set(channel, listener),
      removeAllListeners: (channel: string) => ipcListeners.delete(channel),
    },
    isDestroyed: () => page.destroyed,
    send: (...message: readonly unknown[]) => page.sent.push(message),
  }
  const app: Pick<App, 'dispatch' | 'subscribe'> = {
    dispatch: (name, input) => {
      page.dispatched.push([name, input])
      return Promise.resolve({ ok: true, value: 'answered' })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  const stop = serveIpc(page as unknown as WebContents, 'app://savepoint', app, onListening)
  return {
    page,
    handlers,
    ipcListeners,
    listeners,
    onListening,
    stop,
    listen: (senderFrame: unknown) => {
      ipcListeners.get('bridge:listening')!({ senderFrame })
    },
    call: (senderFrame: unknown, ...parameters: readonly unknown[]) =>
      handlers.get('bridge:call')!({ senderFrame } as IpcMainInvokeEvent, ...parameters),
    publish: (event: AppEvent) => {
      for (const listener of listeners) listener(event)
    },
  }
}

const removed: AppEvent = { name: 'vm.removed', payload: { vmId: 'x' as never } }

describe('The bridge over Electron’s IPC', () => {
  it('passes a call of our own page to the dispatcher and answers with its reply', async () => {
    const { page, call } = createPage()
    const reply = await call(page.mainFrame, 'vm.list', { any: 'input' })
    expect({ reply, dispatched: page.dispatched }).toEqual({
      reply: { ok: true, value: 'answered' },
      dispatched: [['vm.list', { any: 'input' }]],
    })
  })

  it.each([
    ['a page that is gone', () => null],
    ['a frame inside the page', () => ({ url: 'app://savepoint/index.html' })],
    [
      'a page that went elsewhere',
      (frame: { url: string }) => Object.assign(frame, { url: 'https://x.test/' }),
    ],
    [
      'another host',
      (frame: { url: string }) => Object.assign(frame, { url: 'app://savepoint.evil/index.html' }),
    ],
    [
      'our name as a user',
      (frame: { url: string }) => Object.assign(frame, { url: 'app://savepoint@evil/' }),
    ],
    ['our name with a port', (frame: { url: string }) => Object.assign(frame, { url: 'app://savepoint:1/' })],
    ['another scheme', (frame: { url: string }) => Object.assign(frame, { url: 'https://savepoint/' })],
    ['a file', (frame: { url: string }) => Object.assign(frame, { url: 'file:///index.html' })],
    ['an empty page', (frame: { url: string }) => Object.assign(frame, { url: 'about:blank' })],
    ['no address', (frame: { url: string }) => Object.assign(frame, { url: '' })],
  ])('refuses a call from %s', async (_, senderOf) => {
    const { page, call } = createPage()
    const reply = await call(senderOf(page.mainFrame), 'vm.list', {})
    expect({ reply, dispatched: page.dispatched }).toEqual({
      reply: {
        ok: false,
        error: {
          code: 'untrusted',
          message: 'This request did not come from Savepoint’s own window, so nothing was done.',
        },
      },
      dispatched: [],
    })
  })

  it.each([[undefined], [null], [7], [{}], [['vm.list']]])('refuses %j as a name', async (name) => {
    const { page, call } = createPage()
    const reply = await call(page.mainFrame, name, {})
    expect({ reply, dispatched: page.dispatched }).toEqual({
      reply: {
        ok: false,
        error: { code: 'unknown-operation', message: 'Savepoint does not know this request.' },
      },
      dispatched: [],
    })
  })

  it('sends events on one channel for as long as the page is there', () => {
    const { page, publish } = createPage()
    publish(removed)
    page.destroyed = true
    publish(removed)
    expect(page.sent).toEqual([['bridge:event', removed]])
  })

  it('tells that the page listens, when its own main frame says so and nobody else', () => {
    const { page, listen, onListening } = createPage()
    for (const stranger of [null, { url: page.mainFrame.url }, { url: 'https://x.test/' }]) listen(stranger)
    const before = onListening.mock.calls.length
    listen(page.mainFrame)
    expect([before, onListening.mock.calls]).toEqual([0, [[]]])
  })

  it('takes its handler and its listeners back when it is ended', () => {
    const { handlers, ipcListeners, listeners, stop } = createPage()
    stop()
    expect([handlers.size, ipcListeners.size, listeners.size]).toEqual([0, 0, 0])
  })
})
