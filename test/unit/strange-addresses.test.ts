import type * as electron from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { hardenContents, hardenSession } from '../../electron/desktop/security.ts'
import { createContentsStub, createSessionStub } from '../support/electron-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

/** Where a link, a script or a redirect might want to take the page. */
const elsewhere = [
  ...[
    'https://savepoint.invalid/',
    'http://savepoint.invalid/',
    'http://127.0.0.1/',
    'http://localhost:8080/',
  ],
  ...[
    'https://savepoint/',
    'HTTPS://SAVEPOINT/',
    'ftp://savepoint.invalid/',
    'ws://127.0.0.1/',
    'wss://savepoint/',
  ],
  ...['file:///C:/Windows/System32/calc.exe', 'file://server/share/x.exe', '\\\\server\\share\\x.exe'],
  ...['javascript:alert(1)', 'data:text/html,<script>1</script>', 'blob:https://savepoint.invalid/1'],
  ...[
    'about:blank',
    'about:srcdoc',
    'chrome://gpu',
    'devtools://devtools/',
    'view-source:https://x.invalid/',
  ],
  ...['ms-settings:', 'ms-msdt:/id', 'search-ms:query=x', 'vmconnect:', 'mailto:a@b.invalid', 'tel:1'],
  ...['app://savepoint.evil/', 'app://savepoint@evil/', 'app://savepoint:1/', 'app://evil/', 'app:savepoint'],
  ...['', ' ', '//savepoint.invalid/', 'app://', 'x'.repeat(100_000)],
]

describe('A page of the app', () => {
  it.each(elsewhere.map((url) => [url.slice(0, 60), url]))('goes nowhere: %s', (_, url) => {
    const contents = createContentsStub()
    hardenContents(contents as unknown as electron.WebContents)
    const held = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'].map(
      (name) => {
        const event = { url, preventDefault: vi.fn() }
        contents.emit(name, event, url)
        return event.preventDefault.mock.calls.length
      },
    )
    const open = contents.setWindowOpenHandler.mock.lastCall![0] as (details: object) => object
    expect([held, open({ url, frameName: '_top', features: 'nodeIntegration=yes' })]).toEqual([
      [1, 1, 1, 1],
      { action: 'deny' },
    ])
  })

  it.each(elsewhere.map((url) => [url.slice(0, 60), url]))('loads nothing: %s', (_, url) => {
    const session = createSessionStub()
    hardenSession(session as unknown as electron.Session)
    const answered = vi.fn()
    session.webRequest.onBeforeRequest.mock.lastCall![0]({ url }, answered)
    expect(answered.mock.calls).toEqual([[{ cancel: true }]])
  })
})
