import type { Session, WebContents } from 'electron'
import { appOrigin } from './protocol.ts'

/** The page may copy text, ask the computer for nothing else, and load nothing but our own built files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, callback) => {
    callback(permission === copyingText)
  })
  session.setPermissionCheckHandler((_contents, permission) => permission === copyingText)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback({})
  })
  session.on('will-download', (event) => {
    event.preventDefault()
  })
  session.webRequest.onBeforeRequest((request, callback) => {
    callback({ cancel: !request.url.startsWith(`${appOrigin}/`) })
  })
}

/** Chromium's name for writing to the clipboard at a click, without reading from it. */
const copyingText = 'clipboard-sanitized-write'

/** One page in one window: it never goes elsewhere, opens another or holds one inside. */
export function hardenContents(contents: WebContents): void {
  const deny = (event: { readonly preventDefault: () => void }): void => {
    event.preventDefault()
  }
  contents.on('will-navigate', deny)
  contents.on('will-frame-navigate', deny)
  contents.on('will-redirect', deny)
  contents.on('will-attach-webview', deny)
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}
