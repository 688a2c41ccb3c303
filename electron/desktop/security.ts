import type { Session, WebContents } from 'electron'
import { appOrigin } from './protocol.ts'

/** The page may ask the computer for nothing, and load nothing but our own built files. */
export function hardenSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, callback) => {
    callback(false)
  })
  session.setPermissionCheckHandler(() => false)
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
