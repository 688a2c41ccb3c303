import * as electron from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AppEvent } from '#contract/events'
import { createLargeWindow } from '../../electron/desktop/large-window.ts'
import { StubWindow } from '../support/electron-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

function create(kept: unknown = {}) {
  const listeners = new Set<(event: AppEvent) => void>()
  const states = { load: () => ({ values: kept }), save: vi.fn(() => true) }
  const mayClose = vi.fn(() => false)
  const onKept = vi.fn()
  const window = createLargeWindow({
    app: {
      dispatch: vi.fn(() => Promise.resolve({ ok: true as const, value: 'answered' })),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    preload: '/app/preload.cjs',
    states,
    mayClose,
    onKept,
  })
  return { window, states, mayClose, onKept, listeners }
}

const opened = (): StubWindow => StubWindow.opened.at(-1)!

/** The page says that it takes events in. */
function listen({ webContents }: StubWindow): void {
  const calls = webContents.ipc.on.mock.calls as unknown as readonly [string, (event: object) => void][]
  const [, listener] = calls.find(([channel]) => channel === 'bridge:listening')!
  listener({ senderFrame: webContents.mainFrame })
}

/** Whether the promise has settled by now. */
async function isSettled(promise: Promise<void>): Promise<boolean> {
  return Promise.race([
    promise.then(() => true),
    new Promise((resolve) => setImmediate(resolve)).then(() => false),
  ])
}

beforeEach(() => {
  vi.clearAllMocks()
  StubWindow.opened.length = 0
  electron.nativeTheme.removeAllListeners()
})

describe('The large window', () => {
  it('is opened when it is first asked for, and only once', async () => {
    const { window } = create()
    const before = StubWindow.opened.length
    void window.show()
    void window.show()
    listen(opened())
    await window.show()
    expect([before, StubWindow.opened.length]).toEqual([0, 1])
  })

  it('counts as shown once its page listens, so that nothing told to it then is lost', async () => {
    const { window } = create()
    const shown = window.show()
    const before = await isSettled(shown)
    listen(opened())
    expect([before, await isSettled(shown), await isSettled(window.show())]).toEqual([false, true, true])
  })

  it('waits for a page that is loaded again', async () => {
    const { window } = create()
    void window.show()
    listen(opened())
    opened().webContents.emit('did-start-navigation', { isMainFrame: true, isSameDocument: false })
    const shown = window.show()
    const before = await isSettled(shown)
    listen(opened())
    expect([before, await isSettled(shown)]).toEqual([false, true])
  })

  it.each([
    { isMainFrame: true, isSameDocument: true },
    { isMainFrame: false, isSameDocument: false },
  ])('takes %j for no new page', async (navigation) => {
    const { window } = create()
    void window.show()
    listen(opened())
    opened().webContents.emit('did-start-navigation', navigation)
    expect(await isSettled(window.show())).toBe(true)
  })

  it('keeps nobody waiting for a page that is gone, and opens anew', async () => {
    const { window, listeners } = create()
    const shown = window.show()
    opened().destroy()
    await shown
    const left = listeners.size
    void window.show()
    expect([left, StubWindow.opened.length, listeners.size]).toEqual([0, 2, 1])
  })

  it('is brought to the front from wherever it is, and shown no sooner than it is painted', () => {
    const { window } = create()
    void window.show()
    void window.show()
    const before = opened().show.mock.calls.length
    opened().emit('ready-to-show')
    window.hide()
    const hidden = window.visible()
    void window.show()
    expect([before, opened().show.mock.calls.length, hidden, window.visible()]).toEqual([
      0,
      2,
      null,
      opened(),
    ])
    expect([opened().restore.mock.calls.length, opened().focus.mock.calls.length]).toEqual([2, 2])
  })

  it('stays where it may not close, and keeps where it is each time', () => {
    const { window, states, mayClose, onKept } = create()
    void window.show()
    const event = { preventDefault: vi.fn() }
    opened().emit('close', event)
    const stayed = [event.preventDefault.mock.calls.length, onKept.mock.calls.length]
    mayClose.mockReturnValueOnce(true)
    opened().emit('close', event)
    const state = { x: 10, y: 20, width: 1000, height: 700, isMaximized: false }
    expect({
      stayed,
      went: [event.preventDefault.mock.calls.length, onKept.mock.calls.length],
      kept: states.save.mock.calls,
    }).toEqual({
      stayed: [1, 1],
      went: [1, 1],
      kept: [[state], [state]],
    })
  })

  it('opens where it was, maximized only when it is shown', () => {
    const { window } = create({ x: 30, y: 40, width: 1000, height: 700, isMaximized: true })
    void window.show()
    const before = opened().maximize.mock.calls.length
    opened().emit('ready-to-show')
    expect(opened().options).toMatchObject({ x: 30, y: 40, width: 1000, height: 700, show: false })
    expect([before, opened().maximize.mock.calls.length]).toEqual([0, 1])
  })

  it('keeps nothing where none is open', () => {
    const { window, states } = create()
    window.keepState()
    expect([states.save.mock.calls, window.visible()]).toEqual([[], null])
  })
})
