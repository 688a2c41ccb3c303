import { app } from 'electron'

interface Parts {
  /** Settles when the shells and files behind the app are closed. */
  readonly close: () => Promise<void>
  /** What is left to do when nothing of the app runs any more; not where Windows ends the session. */
  readonly atLast: () => Promise<unknown>
  /** Called before, where Windows ends the session and none of the events of quitting comes. */
  readonly onSessionEnd: () => void
}

/** Quitting waits until the shells and files behind the app are closed, so that no process is left behind. */
export function closeBeforeQuit({ close, atLast, onSessionEnd }: Parts): void {
  let closing: Promise<unknown> | null = null
  const exit = (): void => {
    app.exit()
  }
  app.on('will-quit', (event) => {
    event.preventDefault()
    closing ??= close().then(atLast).finally(exit)
  })
  // When Windows signs the user out it tells the windows alone, each of them.
  app.on('browser-window-created', (_event, window) => {
    window.on('session-end', () => {
      if (closing !== null) return
      onSessionEnd()
      closing = close().finally(exit)
    })
  })
}
