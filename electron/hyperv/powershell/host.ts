import { AppError } from '#contract/errors'
import type { FailureHistory } from '../../core/failure-history.ts'
import type { HyperVHost } from '../../core/ports.ts'
import { appErrorOf } from '../failures.ts'
import { connectionOptions, type PowerShellOptions } from './connection-options.ts'
import { followingJobs } from './follow-jobs.ts'
import { greet } from './greet.ts'
import { hostChanges } from './host-changes.ts'
import { inspectLocalFolder, listLocalFolders } from './local-folders.ts'
import { noteFailures } from './note-failures.ts'
import { readingsOfParts, vmOfAnswer } from './replies.ts'
import { createSession, type Session } from './session.ts'
import { createSessionPool, type SessionPool } from './session-pool.ts'
import { watchByTheClock } from './watch-by-the-clock.ts'

export interface PowerShellHostOptions extends PowerShellOptions {
  /** Where failures are kept for a diagnosis. */
  readonly history?: FailureHistory | undefined
}

/** Hyper-V of this computer, by its own cmdlets. */
export function createPowerShellHost(options: PowerShellHostOptions): HyperVHost {
  let sessions: Sessions | null = null
  const opened = (): Sessions => {
    if (sessions === null) throw new AppError('host-lost', 'Savepoint is not connected to Hyper-V yet.')
    return sessions
  }
  const run: Session['run'] = async (verb, parameters) => opened().operations.run(verb, parameters)
  const followed = followingJobs(run, () => opened().reader, options.clock)
  return {
    kind: 'hyper-v',
    pathStyle: process.platform === 'win32' ? 'windows' : 'posix',
    connect: async () => {
      sessions ??= await openSessions(options)
      return greet(sessions.reader)
    },
    ...reading(opened),
    ...hostChanges(followed),
    condition: () => ({
      reading: { strategy: 'cmdlets', reason: null, detail: '' },
      watching: 'clock',
      losses: opened().reader.facts().losses,
    }),
    watch: (onHint) => watchByTheClock(options.clock, () => sessions !== null, onHint),
    inspectFolder: inspectLocalFolder,
    listFolders: listLocalFolders,
    close: async () => {
      const open = sessions
      sessions = null
      await Promise.all([open?.reader.close(), open?.operations.close()])
    },
  }
}

/** One session reads, and a few others change things, so that what takes long never delays the list. */
interface Sessions {
  readonly reader: Session
  readonly operations: SessionPool
}

const mostOperationSessions = 4

async function openSessions({ history, ...options }: PowerShellHostOptions): Promise<Sessions> {
  const connection = await connectionOptions(options)
  const create = (): Session =>
    history === undefined ? createSession(connection) : noteFailures(createSession(connection), history)
  return {
    reader: create(),
    operations: createSessionPool(create, mostOperationSessions, options.clock),
  }
}

function reading(opened: () => Sessions): Pick<HyperVHost, 'readAll' | 'readVm'> {
  return {
    readAll: async () => {
      const { reader } = opened()
      const readings = readingsOfParts((await reader.run('list', {})).parts)
      // To an account without rights some versions of Windows show an empty host, which must not pass for one.
      if (readings.vms.length + readings.unread.length === 0 && (await reader.hello()).rights === 'none') {
        throw noRights()
      }
      return readings
    },
    readVm: async (vmId) => {
      try {
        return vmOfAnswer((await opened().reader.run('read-vm', { vmId })).value)
      } catch (error) {
        if (error instanceof AppError && error.code === 'vm-not-found') return null
        throw error
      }
    },
  }
}

function noRights(): AppError {
  return appErrorOf({ errorId: 'AccessDenied', category: 'PermissionDenied', message: '', service: null })
}
