import { EventEmitter } from 'node:events'
import * as electron from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askWhenHung } from '../../electron/desktop/ask-when-hung.ts'
import { endOnDefect } from '../../electron/desktop/end-on-defect.ts'
import { reloadAfterCrash } from '../../electron/desktop/reload-after-crash.ts'
import { StubWindow } from '../support/electron-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

beforeEach(() => {
  vi.clearAllMocks()
})

describe('An error that nobody caught', () => {
  function create(close: () => Promise<void>) {
    const ownProcess = new EventEmitter()
    const warn = vi.fn()
    const closing = vi.fn(close)
    endOnDefect({ log: { warn }, close: closing, ownProcess: ownProcess as unknown as NodeJS.Process })
    return { ownProcess, warn, closing }
  }
  const exits = () => vi.mocked(electron.app.exit).mock.calls

  it('is logged, said once, and ends the app once all is closed', async () => {
    const { ownProcess, warn, closing } = create(() => Promise.resolve())
    ownProcess.emit('uncaughtException', new Error('first'))
    const before = exits().length
    ownProcess.emit('uncaughtException', 'second')
    await vi.waitUntil(() => exits().length > 0)
    expect(warn.mock.calls).toEqual([
      ['ends of a defect', { error: expect.stringMatching(/^Error: first\n/) as unknown }],
      ['ends of a defect', { error: 'second' }],
    ])
    expect([before, exits(), closing.mock.calls.length]).toEqual([0, [[1]], 1])
    expect(vi.mocked(electron.dialog.showErrorBox).mock.calls).toEqual([
      [
        'Savepoint',
        'Savepoint has a defect and ends now. What Hyper-V works on goes on; start Savepoint again to see how it ended. The log says more.',
      ],
    ])
  })

  it('ends the app also where closing fails', async () => {
    const { ownProcess } = create(() => Promise.reject(new Error('broken as well')))
    ownProcess.emit('uncaughtException', new Error('first'))
    await vi.waitUntil(() => exits().length > 0)
  })

  it('ends the app also where closing never ends', () => {
    vi.useFakeTimers()
    const { ownProcess } = create(() => new Promise(() => undefined))
    ownProcess.emit('uncaughtException', new Error('first'))
    const before = exits().length
    vi.advanceTimersByTime(5_000)
    vi.useRealTimers()
    expect([before, exits()]).toEqual([0, [[1]]])
  })
})

describe('A page that does not answer', () => {
  function create() {
    const window = new StubWindow({})
    const typed = window as unknown as electron.BrowserWindow
    reloadAfterCrash(typed)
    askWhenHung(typed)
    return window
  }
  const questions = () =>
    vi.mocked(electron.dialog.showMessageBox).mock.calls as unknown as readonly unknown[][]
  const settled = () => new Promise((resolve) => setImmediate(resolve))

  /** The question stays open, and goes away as Electron lets it, when it is told to. */
  function leaveOpen(): AbortSignal[] {
    const signals: AbortSignal[] = []
    vi.mocked(electron.dialog.showMessageBox).mockImplementation((...parameters: unknown[]) => {
      const { signal } = parameters.at(-1) as { readonly signal: AbortSignal }
      signals.push(signal)
      return new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve({ response: 0, checkboxChecked: false })
        })
      })
    })
    return signals
  }

  it('is waited for, where nobody wants otherwise', async () => {
    const window = create()
    window.emit('unresponsive')
    await settled()
    expect(questions()).toEqual([
      [
        window,
        {
          type: 'warning',
          title: 'Savepoint',
          message: 'The window does not answer.',
          detail:
            'It may only be busy. Loading it again loses what was typed into it and not yet saved; what Hyper-V was asked to do goes on either way.',
          buttons: ['Wait', 'Load Again'],
          defaultId: 0,
          cancelId: 0,
          noLink: true,
          signal: expect.any(AbortSignal) as unknown,
        },
      ],
    ])
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled()
  })

  it('is ended and loaded again where somebody wants that', async () => {
    const window = create()
    vi.mocked(electron.dialog.showMessageBox).mockResolvedValueOnce({ response: 1, checkboxChecked: false })
    window.webContents.forcefullyCrashRenderer.mockImplementationOnce(() => {
      window.webContents.emit('render-process-gone', {}, { reason: 'killed' })
    })
    window.emit('unresponsive')
    await settled()
    expect(window.webContents.reload).toHaveBeenCalledOnce()
  })

  it('is asked about once at a time, and no longer once it answers', async () => {
    const signals = leaveOpen()
    const window = create()
    window.emit('unresponsive')
    window.emit('unresponsive')
    const before = signals.map(({ aborted }) => aborted)
    window.emit('responsive')
    await settled()
    window.emit('unresponsive')
    expect([before, signals.map(({ aborted }) => aborted)]).toEqual([[false], [true, false]])
    expect(window.webContents.forcefullyCrashRenderer).not.toHaveBeenCalled()
  })

  it('is not asked about any more once its window is gone', () => {
    const signals = leaveOpen()
    const window = create()
    window.emit('unresponsive')
    window.destroy()
    expect(signals.map(({ aborted }) => aborted)).toEqual([true])
  })
})
