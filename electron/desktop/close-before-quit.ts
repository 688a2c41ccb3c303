import { app, type BrowserWindow } from 'electron'

/** Quitting waits until the shells and files behind the app are closed, so that no process is left behind. */
export function closeBeforeQuit(window: BrowserWindow, close: () => Promise<void>): void {
  let closing: Promise<void> | null = null
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing ??= close().finally(() => {
      app.exit()
    })
  })
  // When Windows signs the user out it emits none of the events of quitting.
  window.on('session-end', () => {
    closing ??= close()
  })
}
