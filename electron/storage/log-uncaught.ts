import type { LogFiles } from './open-log-files.ts'

type OwnProcess = Pick<NodeJS.Process, 'on' | 'off'>

/**
 * Keeps what nobody caught where it can be read later, with where it came from. It only listens: whether the app ends
 * of it, and what is shown, stays as it is without. Returns the function that stops it.
 */
export function logUncaught(files: LogFiles, ownProcess: OwnProcess = process): () => void {
  const noteError = (error: unknown, origin: string): void => {
    files.write('error', 'uncaught', { origin, error: stackOf(error) })
  }
  // Electron goes on after a rejection that nobody caught, and tells of it by a warning.
  const noteWarning = (warning: Error): void => {
    files.write('warn', 'process warning', { error: stackOf(warning) })
  }
  ownProcess.on('uncaughtExceptionMonitor', noteError)
  ownProcess.on('warning', noteWarning)
  return () => {
    ownProcess.off('uncaughtExceptionMonitor', noteError)
    ownProcess.off('warning', noteWarning)
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
