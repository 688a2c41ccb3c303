import * as electron from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AppEvent } from '#contract/events'
import type { Operation } from '#contract/model'
import { guardQuit } from '../../electron/desktop/guard-quit.ts'
import { quitQuestion } from '../../electron/desktop/quit-question.ts'
import { exampleOperation } from '../support/example-operation.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const ended = '2026-11-21T12:00:00.000Z'

function operation(values: Partial<Operation> = {}): Operation {
  return exampleOperation(1, { kind: 'delete-checkpoint', vmName: 'WEB', ...values })
}

const done = { state: 'done', endedAt: ended } as const
const failed = { state: 'failed', endedAt: ended } as const

const buttons = { whenDone: 0, now: 1, stay: 2 } as const

/** The app, with what it has under way, and how somebody answers. */
function create(...atFirst: readonly Operation[]) {
  let operations = atFirst
  let tell: (event: AppEvent) => void = () => undefined
  const visibleWindow = vi.fn((): electron.BrowserWindow | null => null)
  const showWindow = vi.fn()
  const hideWindow = vi.fn()
  const guard = guardQuit({
    app: {
      dispatch: (name) => {
        if (name !== 'operation.list') throw new Error(name)
        return Promise.resolve({ ok: true, value: operations })
      },
      subscribe: (listener) => {
        tell = listener
        return () => undefined
      },
    },
    visibleWindow,
    showWindow,
    hideWindow,
  })
  return {
    guard,
    visibleWindow,
    showWindow,
    hideWindow,
    become: (...next: readonly Operation[]) => {
      operations = next
      tell({ name: 'operation.changed', payload: next[0]! })
    },
  }
}

/** Somebody quits. Answers whether the app went on at once. */
function quit(): boolean {
  const event = { preventDefault: vi.fn() }
  electron.app.emit('before-quit', event)
  return event.preventDefault.mock.calls.length === 0
}

function answer(button: number): void {
  vi.mocked(electron.dialog.showMessageBox).mockResolvedValueOnce({
    response: button,
    checkboxChecked: false,
  })
}

const quits = (): number => vi.mocked(electron.app.quit).mock.calls.length
const questions = () =>
  vi.mocked(electron.dialog.showMessageBox).mock.calls as unknown as readonly unknown[][]

/** All that was waiting for an answer has got it. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

beforeEach(() => {
  vi.clearAllMocks()
  electron.app.removeAllListeners()
})

describe('Whoever quits', () => {
  it('is not asked where nothing is under way, and is not held up a second time', async () => {
    const { guard } = create(operation(done))
    const wentAtOnce = quit()
    await vi.waitUntil(() => quits() === 1)
    expect([wentAtOnce, quit(), guard.isEnding(), questions()]).toEqual([false, true, true, []])
  })

  it('is asked where something is under way, over the window that is to be seen', async () => {
    const { visibleWindow } = create(operation())
    const window = { any: 'window' } as unknown as electron.BrowserWindow
    visibleWindow.mockReturnValueOnce(window)
    answer(buttons.stay)
    quit()
    await settled()
    expect(questions()).toEqual([[window, quitQuestion([operation()])]])
  })

  it('is asked once, however often the app is told to quit meanwhile', async () => {
    create(operation())
    vi.mocked(electron.dialog.showMessageBox).mockReturnValueOnce(new Promise(() => undefined))
    expect([quit(), quit()]).toEqual([false, false])
    await settled()
    expect(questions()).toEqual([[quitQuestion([operation()])]])
  })

  it('stays where the answer is not to quit, and is asked again the next time', async () => {
    const { guard, become } = create(operation())
    answer(buttons.stay)
    quit()
    await settled()
    become(operation(done))
    await settled()
    const after = [guard.isEnding(), quits()]
    become(operation())
    quit()
    await settled()
    expect([after, questions().length]).toEqual([[false, 0], 2])
  })

  it('is asked again where the question could not be shown', async () => {
    create(operation())
    const refused = Promise.reject(new Error('The window is gone.'))
    vi.mocked(electron.dialog.showMessageBox).mockReturnValueOnce(refused)
    quit()
    await settled()
    quit()
    await settled()
    expect(questions().length).toBe(2)
  })

  it('takes a question that was closed in no other way for staying', async () => {
    const { guard } = create(operation())
    answer(7)
    quit()
    await settled()
    expect([guard.isEnding(), quits()]).toEqual([false, 0])
  })

  it('goes at once where the answer is to leave it running', async () => {
    const { guard } = create(operation())
    answer(buttons.now)
    quit()
    await settled()
    expect([guard.isEnding(), quits(), quit()]).toEqual([true, 1, true])
  })

  it('goes when all is done where the answer is to wait, also for what began meanwhile', async () => {
    const { guard, become, hideWindow } = create(operation())
    answer(buttons.whenDone)
    quit()
    await settled()
    become(operation(done), operation({ id: 'b' as never }))
    await settled()
    const before = [guard.isEnding(), quits()]
    expect(hideWindow.mock.calls.length).toBe(1)
    become(operation({ id: 'b' as never, ...done }), operation(done))
    await settled()
    expect([before, guard.isEnding(), quits()]).toEqual([[false, 0], true, 1])
  })

  it('goes at once where all was done while the question was open', async () => {
    const { become } = create(operation())
    vi.mocked(electron.dialog.showMessageBox).mockImplementationOnce(() => {
      become(operation(done))
      return Promise.resolve({ response: buttons.whenDone, checkboxChecked: false })
    })
    quit()
    await vi.waitUntil(() => quits() === 1)
  })

  it.each([failed, { ...failed, state: 'unknown' as const }])(
    'is shown the window instead where what was waited for is %j',
    async (end) => {
      const { guard, become, showWindow } = create(operation(), operation({ id: 'b' as never }))
      answer(buttons.whenDone)
      quit()
      await settled()
      become(operation(end), operation({ id: 'b' as never, ...done }))
      await settled()
      // Nobody waits any more, so nothing that ends later quits the app.
      become(operation(done))
      await settled()
      expect([showWindow.mock.calls.length, guard.isEnding(), quits()]).toEqual([1, false, 0])
    },
  )

  it('does not mind what failed before', async () => {
    const { become } = create(operation(), operation({ id: 'old' as never, ...failed }))
    answer(buttons.whenDone)
    quit()
    await settled()
    become(operation(done), operation({ id: 'old' as never, ...failed }))
    await vi.waitUntil(() => quits() === 1)
  })

  it('does not wait any more who quits again and stays then', async () => {
    const { become, guard } = create(operation())
    answer(buttons.whenDone)
    quit()
    await settled()
    answer(buttons.stay)
    quit()
    await settled()
    become(operation(done))
    await settled()
    expect([guard.isEnding(), quits()]).toEqual([false, 0])
  })

  it('does not wait any more who opens the window again', async () => {
    const { guard, become } = create(operation())
    answer(buttons.whenDone)
    quit()
    await settled()
    guard.stay()
    become(operation(done))
    await settled()
    expect([guard.isEnding(), quits()]).toEqual([false, 0])
  })

  it('keeps the window before the eyes of whoever stays', async () => {
    const { hideWindow } = create(operation())
    answer(buttons.stay)
    quit()
    await settled()
    expect(hideWindow.mock.calls).toEqual([])
  })

  it('is asked nothing where Windows ends the session', () => {
    const { guard } = create(operation())
    guard.end()
    expect([quit(), guard.isEnding(), questions()]).toEqual([true, true, []])
  })
})

describe('The question at the end', () => {
  it('says what is under way and what becomes of it, and its answer that loses nothing is the usual one', () => {
    const question = quitQuestion([
      operation({ state: 'merging', percent: 41.6 }),
      operation({ kind: 'revert', vmName: 'DB', isKeepingCurrent: true }),
      operation({ vmName: 'LAB', state: 'waiting' }),
      operation({ kind: 'start', vmName: 'LAB', state: 'queued' }),
    ])
    expect(question).toEqual({
      type: 'question',
      title: 'Savepoint',
      message: '4 operations are not finished.',
      detail: `WEB: Deleted, merging (42%)
DB: Keeping the current state
LAB: Delete: can be undone
LAB: Waiting: start

Quit When Done: Savepoint stays in the tray until they have ended, and quits then. It does not where one fails, or where you open it again.

Quit Now: what Hyper-V works on goes on, and the next start finds how it ended. What has not begun is not sent. Where the current state is being kept first, the rest is not sent either.`,
      buttons: ['Quit When Done', 'Quit Now', 'Don’t Quit'],
      defaultId: 0,
      cancelId: 2,
      noLink: true,
    })
  })

  it('speaks of one operation as one, and of nothing that is not lost', () => {
    const { message, detail } = quitQuestion([operation({ kind: 'export-checkpoint', percent: 7 })])
    expect([message, detail?.split('\n')[0], detail?.includes('not sent')]).toEqual([
      'One operation is not finished.',
      'WEB: Exporting (7%)',
      false,
    ])
  })

  it('says how an export is cancelled, which is all that can be', () => {
    const exporting = operation({ kind: 'export-checkpoint' })
    const sentence = 'Don’t Quit: an export can be cancelled in the window, by its machine’s menu.'
    const waiting: Operation = { ...exporting, state: 'queued' }
    expect(quitQuestion([operation(), exporting]).detail?.split('\n\n').at(-1)).toBe(sentence)
    expect(quitQuestion([operation(), waiting]).detail).not.toContain(sentence)
  })

  it('stays short, and lets no name begin a line or turn one around', () => {
    const name = 'WEB\nDB: done \u202E'
    const lines = quitQuestion(Array.from({ length: 9 }, () => operation({ vmName: name }))).detail!.split(
      '\n',
    )
    expect(lines.slice(5, 8)).toEqual(['WEB DB: done: Deleting checkpoint', 'and 3 more', ''])
  })
})
