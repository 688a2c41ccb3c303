import { app } from 'electron'
import type { Log } from '../core/ports.ts'

/** Chromium starts its own processes again, such as the one that draws; that one was lost is worth a line all the same. */
export function logLostProcesses(log: Pick<Log, 'warn'>): void {
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    log.warn('process of the window lost', { type, reason, exitCode })
  })
}
