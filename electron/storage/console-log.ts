import type { Log } from '../core/ports.ts'
import { logLine } from './log-line.ts'

/** Warnings on stderr, where whoever started the app sees them; all of it with SAVEPOINT_LOG=debug. */
export function createConsoleLog(level: string | undefined, write: (line: string) => void): Log {
  const isVerbose = level === 'debug' || level === 'info'
  return {
    info: (line, values) => {
      if (isVerbose) write(`${logLine('info', line, values)}\n`)
    },
    warn: (line, values) => {
      write(`${logLine('warn', line, values)}\n`)
    },
    debug: (line, values) => {
      if (level === 'debug') write(`${logLine('debug', line, values)}\n`)
    },
  }
}
