import type { Clock, Log } from '../core/ports.ts'
import { logUncaught } from './log-uncaught.ts'
import { type LogFiles, openLogFiles } from './open-log-files.ts'

interface OpenLog {
  readonly log: Log
  /** Where its files are; null where they can't be written. */
  readonly folder: string | null
  /** Listens no longer for what nobody catches. */
  readonly close: () => void
}

/** What the app tells of itself: to whoever started it, and in files for later. Where those can't be kept all else goes on. */
export function openLog(folder: string, console: Log, clock: Pick<Clock, 'now'>): OpenLog {
  try {
    const files = openLogFiles(folder, clock, (error) => {
      console.warn('the log is no longer kept on the disk', { error: error.message })
    })
    return { log: toBoth(console, files), folder, close: logUncaught(files) }
  } catch (error) {
    console.warn('the log is not kept on the disk', { error: String(error) })
    return { log: console, folder: null, close: () => undefined }
  }
}

/** What is only for whoever looks for a defect would push all else out of the files. */
function toBoth(console: Log, files: LogFiles): Log {
  return {
    info: (said, values) => {
      console.info(said, values)
      files.write('info', said, values)
    },
    warn: (said, values) => {
      console.warn(said, values)
      files.write('warn', said, values)
    },
    debug: console.debug,
  }
}
