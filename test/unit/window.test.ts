import { beforeEach, describe, expect, it, vi } from 'vitest'
import { hardenContents, hardenSession } from '../../electron/desktop/security.ts'
import { followTheme } from '../../electron/desktop/follow-theme.ts'
import { serveApp } from '../../electron/desktop/protocol.ts'
import { openWindow } from '../../electron/desktop/window.ts'
import type { AppEvent } from '#contract/events'
import { defaultAppSettings } from '#contract/default-settings'
import { StubWindow, createContentsStub, createSessionStub } from '../support/electron-stub.ts'
import { safePage } from '../support/safe-page.ts'
import * as electron from 'electron'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

type Answer = (request: { readonly method: string; readonly url: string }) => Response

function open(): StubWindow {
  openWindow('/app/preload.cjs', {})
  return StubWindow.opened.at(-1)!
}

beforeEach(() => {
  electron.nativeTheme.removeAllListeners()
  vi.clearAllMocks()
  Object.assign(electron.nativeTheme, { shouldUseDarkColors: false })
})

describe('The window', () => {
  it('is opened with every safety setting written out', () => {
    const { options, loadURL } = open()
    expect({ options, loaded: loadURL.mock.calls }).toEqual({
      options: {
        title: 'Savepoint',
        width: 1280,
        height: 800,
        minWidth: 720,
        minHeight: 480,
        show: false,
        backgroundColor: '#f3f3f3',
        webPreferences: { preload: '/app/preload.cjs', ...safePage },
      },
      loaded: [['app://savepoint/index.html']],
    })
  })

  it('shows itself once it is painted, not before', () => {
    const window = open()
    const before = window.show.mock.calls.length
    window.emit('ready-to-show')
    expect([before, window.show.mock.calls.length]).toEqual([0, 1])
  })

  it('takes the theme’s colour behind the page, now and when it changes, until it is closed', () => {
    const window = open()
    Object.assign(electron.nativeTheme, { shouldUseDarkColors: true })
    electron.nativeTheme.emit('updated')
    window.emit('closed')
    electron.nativeTheme.emit('updated')
    expect([window.setBackgroundColor.mock.calls, electron.nativeTheme.listenerCount('updated')]).toEqual([
      [['#1f1f1f']],
      0,
    ])
  })

  it('comes back three times after a crash, and then says so and closes', () => {
    const window = open()
    const crash = () => window.webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    for (let time = 0; time < 3; time += 1) crash()
    const before = [window.webContents.reload.mock.calls.length, window.destroy.mock.calls.length]
    crash()
    expect({
      before,
      after: [window.webContents.reload.mock.calls.length, window.destroy.mock.calls.length],
    }).toEqual({ before: [3, 0], after: [3, 1] })
    expect(electron.dialog.showErrorBox).toHaveBeenCalledOnce()
  })

  it('does not reload a page that ended as it should', () => {
    const window = open()
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(window.webContents.reload).not.toHaveBeenCalled()
  })

  it('makes text larger, smaller and its true size again by the keys that a menu would have', () => {
    const { webContents } = open()
    const levels = ['+', '=', '-', '0', 'a'].map((key) => {
      webContents.emit(
        'before-input-event',
        { preventDefault: vi.fn() },
        { type: 'keyDown', key, control: true, alt: false, meta: false },
      )
      return webContents.getZoomLevel()
    })
    expect(levels).toEqual([0.5, 1, 0.5, 0, 0])
  })
})

describe('The theme of the desktop', () => {
  it('is the one that is set, when the app starts and whenever it changes', async () => {
    const state = { settings: { ...defaultAppSettings, theme: 'dark' }, problem: null } as const
    let tell: (event: AppEvent) => void = () => undefined
    await followTheme({
      dispatch: (name) => Promise.resolve({ ok: true, value: name === 'settings.read' ? state : null }),
      subscribe: (listener) => {
        tell = listener
        return () => undefined
      },
    })
    const atFirst = electron.nativeTheme.themeSource
    tell({
      name: 'settings.changed',
      payload: { settings: { ...defaultAppSettings, theme: 'light' }, problem: null },
    })
    expect([atFirst, electron.nativeTheme.themeSource]).toEqual(['dark', 'light'])
  })

  it('stays the system’s where the settings can’t be read', async () => {
    Object.assign(electron.nativeTheme, { themeSource: 'system' })
    await followTheme({
      dispatch: () => Promise.resolve({ ok: false, error: { code: 'internal', message: '' } }),
      subscribe: () => () => undefined,
    })
    expect(electron.nativeTheme.themeSource).toBe('system')
  })
})

describe('The app’s own scheme', () => {
  const files = new Map([
    ['/index.html', { type: 'text/html; charset=utf-8', body: Buffer.from('<p>') }],
    ['/assets/index.js', { type: 'text/javascript; charset=utf-8', body: Buffer.from('1') }],
  ])

  function ask(url: string, method = 'GET'): Response {
    serveApp(files)
    const answer = vi.mocked(electron.protocol.handle).mock.lastCall![1] as unknown as Answer
    return answer({ method, url })
  }

  it.each([
    ['app://savepoint/', 'text/html; charset=utf-8', '<p>'],
    ['app://savepoint/index.html', 'text/html; charset=utf-8', '<p>'],
    ['app://savepoint/assets/index.js?v=1', 'text/javascript; charset=utf-8', '1'],
  ])('answers %s with its file, its type and the policy', async (url, type, body) => {
    const response = ask(url)
    expect({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }).toEqual({
      status: 200,
      headers: {
        'content-type': type,
        'content-security-policy':
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types vue",
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      },
      body,
    })
  })

  it.each([
    'app://savepoint/nothing.html',
    'app://savepoint/assets',
    'app://savepoint/assets/',
    'app://savepoint/../package.json',
    'app://savepoint/..%2f..%2fpackage.json',
    'app://savepoint/%2e%2e/%2e%2e/package.json',
    'app://savepoint/assets/..\\..\\package.json',
    'app://savepoint//index.html',
    'app://savepoint/index.html%00.png',
    'app://savepoint/%69ndex.html',
    'app://savepoint/C:/Windows/win.ini',
    'app://savepoint/__proto__',
    'app://other/index.html',
    'app://savepoint.evil/index.html',
    'app://savepoint:1/index.html',
  ])('answers %s with nothing', async (url) => {
    const response = ask(url)
    expect([response.status, await response.text()]).toEqual([404, 'Not found'])
  })

  it.each(['POST', 'PUT', 'DELETE', 'HEAD'])('refuses %s', (method) => {
    expect(ask('app://savepoint/index.html', method).status).toBe(405)
  })
})

describe('The page', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'])(
    'is kept from %s',
    (name) => {
      const contents = createContentsStub()
      hardenContents(contents as unknown as electron.WebContents)
      const event = { preventDefault: vi.fn() }
      contents.emit(name, event)
      expect(event.preventDefault).toHaveBeenCalledOnce()
    },
  )

  it('opens no other window', () => {
    const contents = createContentsStub()
    hardenContents(contents as unknown as electron.WebContents)
    expect(contents.setWindowOpenHandler.mock.lastCall![0]()).toEqual({ action: 'deny' })
  })

  it.each([
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'fileSystem',
    'hid',
    'unknown',
  ])('gets no permission for %s, asked or checked', (permission) => {
    const session = createSessionStub()
    hardenSession(session as unknown as electron.Session)
    const answered = vi.fn()
    session.setPermissionRequestHandler.mock.lastCall![0]({}, permission, answered)
    const checked: unknown = session.setPermissionCheckHandler.mock.lastCall![0]({}, permission)
    const device: unknown = session.setDevicePermissionHandler.mock.lastCall![0]({ deviceType: permission })
    expect([answered.mock.calls, checked, device]).toEqual([[[false]], false, false])
  })

  it('may write text to the clipboard, for the buttons that copy', () => {
    const session = createSessionStub()
    hardenSession(session as unknown as electron.Session)
    const answered = vi.fn()
    session.setPermissionRequestHandler.mock.lastCall![0]({}, 'clipboard-sanitized-write', answered)
    const checked: unknown = session.setPermissionCheckHandler.mock.lastCall![0](
      {},
      'clipboard-sanitized-write',
    )
    expect([answered.mock.calls, checked]).toEqual([[[true]], true])
  })

  it('captures no screen and downloads nothing', () => {
    const session = createSessionStub()
    hardenSession(session as unknown as electron.Session)
    const captured = vi.fn()
    session.setDisplayMediaRequestHandler.mock.lastCall![0]({}, captured)
    const download = { preventDefault: vi.fn() }
    session.emit('will-download', download)
    expect([captured.mock.calls, download.preventDefault.mock.calls]).toEqual([[[{}]], [[]]])
  })

  it.each([
    ['app://savepoint/assets/index.js', false],
    ['app://savepoint.evil/', true],
    ['https://example.test/', true],
    ['http://127.0.0.1:8080/', true],
    ['file:///etc/passwd', true],
    ['data:text/html,x', true],
  ])('loads %s: cancelled is %j', (url, cancel) => {
    const session = createSessionStub()
    hardenSession(session as unknown as electron.Session)
    const answered = vi.fn()
    session.webRequest.onBeforeRequest.mock.lastCall![0]({ url }, answered)
    expect(answered.mock.calls).toEqual([[{ cancel }]])
  })
})
