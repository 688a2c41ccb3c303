import { AppError } from '#contract/errors'
import type { Clock, HyperVHost, Log } from '../../core/ports.ts'
import { appErrorOf } from '../failures.ts'
import { cleanEnvironment } from './clean-environment.ts'
import type { ConnectionOptions } from './connection.ts'
import { findPowerShell } from './find-powershell.ts'
import { followingJobs } from './follow-jobs.ts'
import { hostChanges } from './host-changes.ts'
import { inspectLocalFolder, listLocalFolders } from './local-folders.ts'
import { hostNameOfReply, readingsOfParts, vmOfAnswer, type Hello } from './replies.ts'
import { createSession, type Session } from './session.ts'
import { createSessionPool, type SessionPool } from './session-pool.ts'
import { watchByTheClock } from './watch-by-the-clock.ts'

export interface PowerShellHostOptions {
  readonly clock: Clock
  readonly log: Log
  /** The PowerShell to use; the one that Windows has, or the first on the PATH, where none is named. */
  readonly powershell?: string | undefined
  /** A folder of PowerShell modules that is put first. */
  readonly modulePath?: string | undefined
  /** What PowerShell inherits, cleaned; our own environment where none is given. */
  readonly environment?: NodeJS.ProcessEnv | undefined
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
      sessions ??= openSessions(await connectionOptions(options))
      return greet(sessions.reader)
    },
    ...reading(opened),
    ...hostChanges(followed),
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

function openSessions(options: ConnectionOptions): Sessions {
  return {
    reader: createSession(options),
    operations: createSessionPool(() => createSession(options), mostOperationSessions, options.clock),
  }
}

async function connectionOptions(options: PowerShellHostOptions): Promise<ConnectionOptions> {
  const file = await findPowerShell(options.powershell)
  if (file === null) {
    throw new AppError(
      'powershell-missing',
      options.powershell === undefined
        ? 'PowerShell was not found on this computer. It is part of Windows; elsewhere install PowerShell 7.'
        : `There is no PowerShell at “${options.powershell}”. Check the path.`,
    )
  }
  const environment = cleanEnvironment(options.environment ?? process.env, options.modulePath)
  return { file, environment, clock: options.clock, log: options.log }
}

async function greet(reader: Session): Promise<{ readonly name: string; readonly description: string }> {
  const hello = await reader.hello()
  try {
    const { value } = await reader.run('connect', {})
    return { name: hostNameOfReply(value), description: descriptionOf(hello) }
  } catch (error) {
    throw error instanceof AppError && isRefusedByLanguageMode(hello, error)
      ? languageProblem(hello, error)
      : error
  }
}

/** A module that the computer's rules refuse fails in several ways; in a restricted session none of them is its own fault. */
function isRefusedByLanguageMode(hello: Hello, { code }: AppError): boolean {
  return hello.languageMode !== 'FullLanguage' && (code === 'module-missing' || code === 'operation-failed')
}

function languageProblem(hello: Hello, problem: AppError): AppError {
  return new AppError(
    'language-mode',
    `A rule of this computer restricts PowerShell (${hello.languageMode}), so that Hyper-V’s module can’t be loaded. Ask who administers it to allow the module.`,
    problem.detail,
  )
}

function descriptionOf(hello: Hello): string {
  const [major, minor] = hello.version.split('.')
  return hello.edition === 'Desktop'
    ? `Windows PowerShell ${String(major)}.${String(minor)}`
    : `PowerShell ${hello.version}`
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
