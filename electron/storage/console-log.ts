import type { Log, LogValues } from '../core/ports.ts'

/** Warnings on stderr, where whoever started the app sees them; all of it with SAVEPOINT_LOG=debug. */
export function createConsoleLog(level: string | undefined, write: (line: string) => void): Log {
  const isVerbose = level === 'debug' || level === 'info'
  return {
    info: (line, values) => {
      if (isVerbose) write(worded('info', line, values))
    },
    warn: (line, values) => {
      write(worded('warn', line, values))
    },
    debug: (line, values) => {
      if (level === 'debug') write(worded('debug', line, values))
    },
  }
}

function worded(level: string, line: string, values: LogValues = {}): string {
  const pairs = Object.entries(values).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
  return `${level} ${line}${pairs.join('')}\n`
}
