import { appendFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import electronLog from 'electron-log/node'
import type { Clock, LogValues } from '../core/ports.ts'
import { logLine } from './log-line.ts'
import { withoutHome } from './without-home.ts'

export interface LogFiles {
  readonly write: (level: Level, said: string, values?: LogValues) => void
}
type Level = 'info' | 'warn' | 'error'
type Logger = typeof electronLog.default

const mostBytes = 1_048_576
const mostFiles = 5
/** So that one line can't push all others out. */
const longestLine = 16_384

/**
 * Files for whoever is to help later: a line each, the newest in savepoint.log. Throws where nothing can be written;
 * `onLost` is told once where that ends later, and nothing else happens then.
 */
export function openLogFiles(
  folder: string,
  clock: Pick<Clock, 'now'>,
  onLost: (error: Error) => void,
): LogFiles {
  const path = join(folder, 'savepoint.log')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  appendFileSync(path, '')
  const logger = loggerOf(path)
  let isLost = false
  logger.transports.file.getFile().on('error', (error) => {
    if (!isLost) onLost(error)
    isLost = true
  })
  return {
    write: (level, said, values) => {
      const date = new Date(clock.now())
      const line = withoutHome(`${date.toISOString()} ${logLine(level, said, values)}`)
      logger.processMessage({ date, level, data: [line.slice(0, longestLine)] }, { transports: ['file'] })
    },
  }
}

/** It writes at once, so that the last line before a crash is there. */
function loggerOf(path: string): Logger {
  // What goes wrong with a file it would print itself.
  electronLog.transports.console.writeFn = () => undefined
  const logger = electronLog.create({ logId: path })
  setUp(logger.transports.file, path)
  return logger
}

function setUp(file: Logger['transports']['file'], path: string): void {
  file.setAppName('Savepoint')
  file.resolvePathFn = () => path
  file.maxSize = mostBytes
  // The line is whole already, and a percent sign in it means nothing.
  file.transforms = [({ data }) => String(data[0])]
  file.archiveLogFn = (full) => {
    try {
      makeRoom(dirname(path))
    } catch {
      // Somebody holds one of the files open: this one begins anew rather than to grow for ever.
      full.clear()
    }
  }
}

/** Each file takes the place of the next older one; the oldest goes. */
function makeRoom(folder: string): void {
  const names = [
    'savepoint.log',
    ...Array.from({ length: mostFiles - 1 }, (_, age) => `savepoint.${String(age + 1)}.log`),
  ]
  const paths = names.map((name) => join(folder, name))
  for (const [age, path] of [...paths.entries()].toReversed()) {
    const older = paths[age + 1]
    if (older !== undefined && existsSync(path)) renameSync(path, older)
  }
}
