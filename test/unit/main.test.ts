import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as electron from 'electron'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DesktopTools } from '../../electron/core/ports.ts'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import { StubWindow } from '../support/electron-stub.ts'
import { StubNotification, StubTray } from '../support/tray-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const close = vi.fn(() => Promise.resolve())
/** What of the settings is another than at first. */
let settings: Partial<AppSettings> = {}
const answers: Readonly<Record<string, () => unknown>> = {
  'settings.read': () => ({ settings: { ...defaultAppSettings, theme: 'dark', ...settings }, problem: null }),
  'settings.change': () => ({ settings: defaultAppSettings, problem: null }),
  'operation.list': () => [],
  'host.refresh': () => ({}),
  'window.show': () => {
    void tools().showWindow()
    return {}
  },
}
const dispatch = vi.fn((name: string, input: unknown) => {
  // What only the tray asks fails, which it has to bear.
  const answer = answers[name]
  const error = { code: 'host-lost', message: JSON.stringify(input) }
  return Promise.resolve(answer === undefined ? { ok: false, error } : { ok: true, value: answer() })
})
const log = { info: vi.fn(), warn: vi.fn(), debug: vi.fn() }
const compose = vi.fn((options: unknown, desktop: unknown) => ({
  options,
  desktop,
  dispatch,
  subscribe: () => () => undefined,
  log,
  close,
}))
/** What the rest of the app was given to reach the desktop by. */
const tools = () => compose.mock.lastCall![1] as DesktopTools
vi.mock('../../electron/compose.ts', () => ({
  compose: (options: unknown, desktop: unknown) => compose(options, desktop),
}))
vi.mock('../../electron/bridge/built-files.ts', () => ({
  readBuiltFiles: () => Promise.resolve(new Map()),
  contentSecurityPolicy: '',
}))

/** Runs the entry anew, as one start of the app. */
async function start(...own: readonly string[]): Promise<void> {
  process.argv = ['Savepoint.exe', ...own]
  vi.resetModules()
  await import('../../electron/main.ts')
}

async function startToWindow(...own: readonly string[]): Promise<StubWindow> {
  await start(...own)
  return vi.waitUntil(() => StubWindow.opened[0])
}

beforeEach(() => {
  vi.clearAllMocks()
  settings = {}
  StubWindow.opened.length = 0
  StubNotification.shown.length = 0
  StubTray.shown.length = 0
  electron.app.removeAllListeners()
  electron.powerMonitor.removeAllListeners()
  electron.nativeTheme.removeAllListeners()
  electron.screen.removeAllListeners()
  electron.session.defaultSession.removeAllListeners()
  Object.assign(electron.app, { isPackaged: true })
})

const ofOthers = new Set(process.listeners('uncaughtException'))

/** What a start listens to of this very process would answer for the tests' own errors. */
afterEach(() => {
  for (const listener of process.listeners('uncaughtException'))
    if (!ofOthers.has(listener)) process.off('uncaughtException', listener)
})

describe('The app’s start', () => {
  it('turns the sandbox on and registers its scheme before Electron is ready, and takes the menu away', async () => {
    await startToWindow()
    const order = [
      electron.app.enableSandbox,
      electron.protocol.registerSchemesAsPrivileged,
      electron.app.whenReady,
      electron.Menu.setApplicationMenu,
    ].map((each) => vi.mocked(each).mock.invocationCallOrder[0]!)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(vi.mocked(electron.Menu.setApplicationMenu).mock.calls).toEqual([[null]])
    expect(vi.mocked(electron.protocol.registerSchemesAsPrivileged).mock.calls).toEqual([
      [[{ scheme: 'app', privileges: { standard: true, secure: true } }]],
    ])
  })

  it('ends at once where it runs already', async () => {
    vi.mocked(electron.app.requestSingleInstanceLock).mockReturnValueOnce(false)
    await start()
    expect([vi.mocked(electron.app.quit).mock.calls.length, compose.mock.calls.length]).toEqual([1, 0])
  })

  it('hands its own arguments over where it runs already, and nothing that Chromium made of them', async () => {
    await startToWindow('--demo')
    expect(vi.mocked(electron.app.requestSingleInstanceLock).mock.calls).toEqual([
      [{ arguments: ['--demo'] }],
    ])
  })

  it('is known to Windows by the name that the installer uses', async () => {
    await startToWindow()
    const packaging = await readFile(new URL('../../build/electron-builder.yml', import.meta.url), 'utf8')
    expect(vi.mocked(electron.app.setAppUserModelId).mock.calls).toEqual([
      [/^appId: (.+)$/m.exec(packaging)![1]!],
    ])
  })

  it('shows the window it has when it is started again', async () => {
    const window = await startToWindow()
    window.emit('ready-to-show')
    window.hide()
    electron.app.emit('second-instance', {}, ['--inspect'], '', { arguments: ['--inspect', '--no-sandbox'] })
    await vi.waitUntil(() => window.isVisible())
    expect([StubWindow.opened.length, window.focus.mock.calls.length]).toEqual([1, 1])
  })

  it('opens no window where it is to stay in the tray, until it is started again', async () => {
    await start('--hidden')
    await vi.waitUntil(() => electron.powerMonitor.listenerCount('resume') > 0)
    await new Promise((resolve) => setImmediate(resolve))
    const before = StubWindow.opened.length
    electron.app.emit('second-instance', {}, [], '', { arguments: [] })
    await vi.waitUntil(() => StubWindow.opened.length === 1)
    expect(before).toBe(0)
  })

  it('composes with the options that follow the packaged app', async () => {
    await startToWindow('--demo')
    expect(compose.mock.calls.map(([options]) => options)).toMatchObject([{ demo: true }])
  })

  it('composes with the options that follow its folder when started from the sources', async () => {
    Object.assign(electron.app, { isPackaged: false })
    await startToWindow('--inspect=0', '/app', '--demo')
    expect(compose.mock.calls.map(([options]) => options)).toMatchObject([{ demo: true }])
  })

  it('says what is wrong with its options and ends', async () => {
    await start('--nonsense')
    await vi.waitUntil(() => vi.mocked(electron.app.exit).mock.calls.length > 0)
    expect(vi.mocked(electron.dialog.showErrorBox).mock.calls[0]![1]).toContain('--nonsense')
    expect(vi.mocked(electron.app.exit).mock.calls).toEqual([[1]])
  })

  it('has the theme that is set before its window opens', async () => {
    await startToWindow()
    expect(electron.nativeTheme.themeSource).toBe('dark')
  })

  it('hardens the session and every page that is made', async () => {
    await startToWindow()
    const page = (await import('../support/electron-stub.ts')).createContentsStub()
    electron.app.emit('web-contents-created', {}, page)
    expect([
      vi.mocked(electron.session.defaultSession.setPermissionRequestHandler).mock.calls.length,
      page.setWindowOpenHandler.mock.calls.length,
    ]).toEqual([1, 1])
  })
})

describe('The app’s life', () => {
  it('goes on without a window', async () => {
    const window = await startToWindow()
    window.destroy()
    // With a listener Electron leaves it to the app whether it ends.
    electron.app.emit('window-all-closed')
    expect([
      electron.app.listenerCount('window-all-closed'),
      vi.mocked(electron.app.quit).mock.calls,
    ]).toEqual([1, []])
  })

  it('stays in the tray when its window is closed, and says so once', async () => {
    const window = await startToWindow()
    window.emit('ready-to-show')
    const event = { preventDefault: vi.fn() }
    window.emit('close', event)
    expect([event.preventDefault.mock.calls.length, window.isVisible()]).toEqual([1, false])
    expect(StubNotification.shown.map(({ options }) => options)).toEqual([
      {
        title: 'Savepoint is still running',
        body: 'It is in the notification area of the taskbar. There you also quit it; what closing the window does is in the settings.',
      },
    ])
    expect(dispatch.mock.calls.filter(([name]) => name === 'settings.change')).toEqual([
      ['settings.change', { isTrayTold: true }],
    ])
    StubNotification.shown[0]!.emit('click')
    expect(window.isVisible()).toBe(true)
  })

  it('says nothing of the tray to whoever was told', async () => {
    settings = { isTrayTold: true }
    const window = await startToWindow()
    window.emit('close', { preventDefault: vi.fn() })
    expect([window.hide.mock.calls.length, StubNotification.shown]).toEqual([1, []])
  })

  it('quits with its window where that is set, and only then lets it go', async () => {
    settings = { closesToTray: false }
    const window = await startToWindow()
    const event = { preventDefault: vi.fn() }
    window.emit('close', event)
    const held = [event.preventDefault.mock.calls.length, vi.mocked(electron.app.quit).mock.calls.length]
    electron.app.emit('before-quit', event)
    // Nothing is under way, so the app quits again, and is not held up any more.
    await vi.waitUntil(() => vi.mocked(electron.app.quit).mock.calls.length === 2)
    const last = { preventDefault: vi.fn() }
    electron.app.emit('before-quit', last)
    window.emit('close', last)
    expect([held, last.preventDefault.mock.calls, StubNotification.shown]).toEqual([[1, 1], [], []])
  })

  it('reads everything when the computer is awake again', async () => {
    await startToWindow()
    electron.powerMonitor.emit('suspend')
    const before = dispatch.mock.calls.filter(([name]) => name === 'host.refresh').length
    electron.powerMonitor.emit('resume')
    expect([before, dispatch.mock.calls.at(-1)]).toEqual([0, ['host.refresh', {}]])
  })

  it('goes on where a process of Chromium’s is lost, and tells its log', async () => {
    await startToWindow()
    electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 3 })
    expect(log.warn.mock.calls).toEqual([
      ['process of the window lost', { type: 'GPU', reason: 'crashed', exitCode: 3 }],
    ])
    expect(vi.mocked(electron.app.exit).mock.calls).toEqual([])
    electron.app.emit('quit')
  })

  it('draws without the graphics card, before Electron is ready, where that ended the last start', async () => {
    await startToWindow()
    electron.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 3 })
    electron.app.removeAllListeners()
    StubWindow.opened.length = 0
    await startToWindow()
    const [drawn] = vi.mocked(electron.app.disableHardwareAcceleration).mock.invocationCallOrder
    expect(drawn).toBeLessThan(vi.mocked(electron.app.whenReady).mock.invocationCallOrder.at(-1)!)
  })
})

describe('Starting with Windows', () => {
  const nowhere = '/nowhere/Savepoint.exe'
  let folder: string

  /** As the installer leaves it: with the program that removes the app beside it. */
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'savepoint-installed-'))
    writeFileSync(join(folder, 'Uninstall Savepoint.exe'), '')
    vi.mocked(electron.app.getPath).mockReturnValue(join(folder, 'Savepoint.exe'))
    vi.mocked(electron.app.getAppPath).mockReturnValue(fileURLToPath(new URL('../..', import.meta.url)))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true })
    vi.mocked(electron.app.getPath).mockReturnValue(nowhere)
    vi.mocked(electron.app.getAppPath).mockReturnValue('/app')
  })

  const path = `"${process.execPath}"`
  const written = () => vi.mocked(electron.app.setLoginItemSettings).mock.calls

  it('is entered in quotes and with constant arguments where it is set', async () => {
    settings = { startsWithWindows: true }
    await startToWindow()
    expect([vi.mocked(electron.app.getLoginItemSettings).mock.calls, written()]).toEqual([
      [[{ path, args: ['--hidden'] }]],
      [[{ path, args: ['--hidden'], openAtLogin: true }]],
    ])
  })

  it('is entered also where it can’t be read whether there is a feed of updates', async () => {
    settings = { startsWithWindows: true }
    vi.mocked(electron.app.getAppPath).mockReturnValue('/nowhere')
    await startToWindow()
    expect(log.warn.mock.calls).toEqual([
      ['the feed of updates could not be read', { error: expect.stringContaining('ENOENT') as unknown }],
    ])
    expect(written().length).toBe(1)
  })

  it('is taken out where it is not', async () => {
    vi.mocked(electron.app.getLoginItemSettings).mockReturnValueOnce({ openAtLogin: true } as never)
    await startToWindow()
    expect(written()).toEqual([[{ path, args: ['--hidden'], openAtLogin: false }]])
  })

  it('is left alone where it is as it is set, for Windows knows who switched it off there', async () => {
    vi.mocked(electron.app.getLoginItemSettings).mockReturnValueOnce({ openAtLogin: true } as never)
    settings = { startsWithWindows: true }
    await startToWindow()
    expect(written()).toEqual([])
  })

  it.each([
    [
      'an unpacked program',
      ['/app'],
      () => {
        Object.assign(electron.app, { isPackaged: false })
        vi.mocked(electron.app.getAppPath).mockReturnValue('/app')
      },
    ],
    ['a portable one', [], () => vi.mocked(electron.app.getPath).mockReturnValue(nowhere)],
  ])('is never touched by %s', async (_, first, make) => {
    make()
    settings = { startsWithWindows: true }
    await startToWindow(...first, '--demo')
    expect([vi.mocked(electron.app.getLoginItemSettings).mock.calls, written()]).toEqual([[], []])
  })
})

describe('The app’s end', () => {
  it('takes its icon away first, and starts no installer where no update waits', async () => {
    await startToWindow()
    electron.app.emit('will-quit', { preventDefault: vi.fn() })
    await vi.waitUntil(() => vi.mocked(electron.app.exit).mock.calls.length > 0)
    const [icon] = StubTray.shown
    expect([StubTray.shown.length, icon!.destroy.mock.calls.length]).toEqual([1, 1])
    expect(icon!.destroy.mock.invocationCallOrder[0]).toBeLessThan(close.mock.invocationCallOrder[0]!)
  })

  it('opens no window any more once it is on its way out', async () => {
    await start('--hidden')
    await vi.waitUntil(() => electron.powerMonitor.listenerCount('resume') > 0)
    electron.app.emit('before-quit', { preventDefault: vi.fn() })
    await vi.waitUntil(() => vi.mocked(electron.app.quit).mock.calls.length > 0)
    await tools().showWindow()
    expect(StubWindow.opened).toEqual([])
  })

  it('waits until everything behind it is closed, once, and then exits', async () => {
    await startToWindow()
    const event = { preventDefault: vi.fn() }
    electron.app.emit('will-quit', event)
    electron.app.emit('will-quit', event)
    await vi.waitUntil(() => vi.mocked(electron.app.exit).mock.calls.length > 0)
    expect([event.preventDefault.mock.calls.length, close.mock.calls.length]).toEqual([2, 1])
  })

  it('closes what is behind it when Windows ends the session, and asks nothing', async () => {
    const window = await startToWindow()
    // Electron tells of each window, also of those that others open.
    electron.app.emit('browser-window-created', {}, window)
    window.emit('session-end')
    window.emit('session-end')
    await vi.waitUntil(() => vi.mocked(electron.app.exit).mock.calls.length > 0)
    const event = { preventDefault: vi.fn() }
    electron.app.emit('before-quit', event)
    expect([close.mock.calls.length, window.getNormalBounds.mock.calls.length]).toEqual([1, 1])
    expect([event.preventDefault.mock.calls, vi.mocked(electron.dialog.showMessageBox).mock.calls]).toEqual([
      [],
      [],
    ])
  })
})
