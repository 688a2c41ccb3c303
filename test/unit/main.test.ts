import * as electron from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { StubWindow } from '../support/electron-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const close = vi.fn(() => Promise.resolve())
const compose = vi.fn((options: unknown) => ({
  options,
  dispatch: () => Promise.resolve({ ok: true, value: { settings: { theme: 'dark' }, problem: null } }),
  subscribe: () => () => undefined,
  close,
}))
vi.mock('../../electron/compose.ts', () => ({ compose: (options: unknown) => compose(options) }))
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
  StubWindow.opened.length = 0
  electron.app.removeAllListeners()
  Object.assign(electron.app, { isPackaged: true })
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

  it('shows the window it has when it is started again', async () => {
    const window = await startToWindow()
    await vi.waitUntil(() => electron.app.listenerCount('second-instance') > 0)
    electron.app.emit('second-instance', {}, ['--inspect', '--no-sandbox'])
    expect([window.restore.mock.calls.length, window.focus.mock.calls.length]).toEqual([1, 1])
  })

  it('composes with the options that follow the packaged app', async () => {
    await startToWindow('--demo')
    expect(compose.mock.calls).toMatchObject([[{ demo: true }]])
  })

  it('composes with the options that follow its folder when started from the sources', async () => {
    Object.assign(electron.app, { isPackaged: false })
    await startToWindow('--inspect=0', '/app', '--demo')
    expect(compose.mock.calls).toMatchObject([[{ demo: true }]])
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

describe('The app’s end', () => {
  it('waits until everything behind it is closed, once, and then exits', async () => {
    await startToWindow()
    await vi.waitUntil(() => electron.app.listenerCount('will-quit') > 0)
    const event = { preventDefault: vi.fn() }
    electron.app.emit('will-quit', event)
    electron.app.emit('will-quit', event)
    await vi.waitUntil(() => vi.mocked(electron.app.exit).mock.calls.length > 0)
    expect([event.preventDefault.mock.calls.length, close.mock.calls.length]).toEqual([2, 1])
  })

  it('closes what is behind it when Windows signs the user out', async () => {
    const window = await startToWindow()
    await vi.waitUntil(() => electron.app.listenerCount('second-instance') > 0)
    window.emit('session-end')
    expect(close).toHaveBeenCalledOnce()
  })

  it('quits with its window', async () => {
    await startToWindow()
    await vi.waitUntil(() => electron.app.listenerCount('window-all-closed') > 0)
    electron.app.emit('window-all-closed')
    expect(electron.app.quit).toHaveBeenCalledOnce()
  })
})
