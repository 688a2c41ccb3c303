import { app } from 'electron'

interface Parts {
  /** Settles when the shells and files behind the app are closed. */
  readonly close: () => Promise<void>
  /** Called before, where Windows ends the session and none of the events of quitting comes. */
  readonly onSessionEnd: () => void
}

/** Quitting waits until the shells and files behind the app are closed, so that no process is left behind. */
export function closeBeforeQuit({ close, onSessionEnd }: Parts): void {
  let closing: Promise<void> | null = null
  const end = (): void => {
    closing ??= close().finally(() => {
      app.exit()
    })
  }
  app.on('will-quit', (event) => {
    event.preventDefault()
    end()
  })
  // When Windows signs the user out it tells the windows alone, each of them.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => {
      if (closing !== null) return
      onSessionEnd()
      end()
    })
  })
}
