import { app, dialog } from 'electron'
import type { Log } from '../core/ports.ts'

/** How long closing may take after a defect: what should close may be what is broken. */
const longestClosing = 5_000

interface Parts {
  readonly log: Pick<Log, 'warn'>
  readonly close: () => Promise<void>
  readonly ownProcess?: Pick<NodeJS.Process, 'on'>
}

/**
 * An error that nobody caught leaves the app in a state that nobody knows, so it says so and ends; the journal knows what
 * was under way. A promise that nobody waited for is no reason to: Electron goes on, and the log has it.
 */
export function endOnDefect({ log, close, ownProcess = process }: Parts): void {
  let isEnding = false
  const end = (error: unknown): void => {
    log.warn('ends of a defect', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    })
    if (isEnding) return
    isEnding = true
    dialog.showErrorBox(
      'Savepoint',
      'Savepoint has a defect and ends now. What Hyper-V works on goes on; start Savepoint again to see how it ended. The log says more.',
    )
    setTimeout(exit, longestClosing).unref()
    void close().then(exit, exit)
  }
  ownProcess.on('uncaughtException', end)
}

function exit(): void {
  app.exit(1)
}
