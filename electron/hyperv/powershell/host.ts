import { AppError } from '#contract/errors'
import type { FailureHistory } from '../../core/failure-history.ts'
import type { HyperVHost } from '../../core/ports.ts'
import { connectionOptions, type PowerShellOptions } from './connection-options.ts'
import type { ConnectionOptions } from './connection.ts'
import { followingJobs } from './follow-jobs.ts'
import { greet } from './greet.ts'
import { hostChanges } from './host-changes.ts'
import { hostDetails } from './host-details.ts'
import { hostReadiness } from './host-readiness.ts'
import { hostReading } from './host-reading.ts'
import { inspectLocalFolder, listLocalFolders } from './local-folders.ts'
import { noteFailures } from './note-failures.ts'
import { openConsole } from './open-console.ts'
import { createRestarts } from './restarts.ts'
import { createSession, type Session } from './session.ts'
import { createSessionOpener, type SessionOpener } from './session-opener.ts'
import { createSessionPool, type SessionPool } from './session-pool.ts'
import { watchHost, type HostWatch } from './watch-host.ts'

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
  const { reading, isAnyOn, ...reads } = hostReading(() => opened().reader, options.clock)
  const createOpener = (): SessionOpener | null =>
    sessions && createSessionOpener(sessions.connection, createRestarts(options.clock, Math.random))
  let watch: HostWatch | null = null
  return {
    kind: 'hyper-v',
    pathStyle: process.platform === 'win32' ? 'windows' : 'posix',
    connect: async (byHand) => {
      sessions ??= await openSessions(options)
      if (byHand === true) startAnew(sessions)
      return greet(sessions.reader)
    },
    startAnew: () => {
      if (sessions !== null) startAnew(sessions)
    },
    ...reads,
    ...hostDetails(async (verb, parameters) => opened().details.run(verb, parameters), options.clock),
    ...hostChanges(followed),
    ...hostReadiness(
      async (verb, parameters) => opened().details.run(verb, parameters),
      async (verb, parameters) => opened().files.run(verb, parameters),
    ),
    condition: () => ({
      reading: reading(),
      watching: watch?.state() ?? { by: 'clock', reason: 'starting', detail: '' },
      losses: opened().reader.facts().losses,
    }),
    watch: (onHint) => {
      const begun = watchHost({ ...options, createOpener, isAnyOn, onHint })
      watch = begun
      return () => void begun.close()
    },
    openConsole,
    inspectFolder: inspectLocalFolder,
    listFolders: listLocalFolders,
    close: async () => {
      const open = sessions
      sessions = null
      await Promise.all([
        open?.reader.close(),
        open?.operations.close(),
        open?.details.close(),
        open?.files.close(),
        watch?.close(),
      ])
    },
  }
}

/**
 * One session reads, and a few others change things, so that what takes long never delays the list. One more looks at
 * single machines: storage that is slow to open a disk holds up neither the list nor a change, and nobody who looks at a
 * machine waits for an export. The last one opens every file of a machine with fifty checkpoints, or of the whole host.
 * Both are there while somebody looks, as those that change things are.
 */
interface Sessions {
  readonly connection: ConnectionOptions
  readonly reader: Session
  readonly operations: SessionPool
  readonly details: SessionPool
  readonly files: SessionPool
}

/** What changes something, or looks at one machine, may be given up for minutes while the list is read as ever. */
function startAnew({ reader, operations, details, files }: Sessions): void {
  for (const each of [reader, operations, details, files]) each.startAnew()
}

const mostOperationSessions = 4

async function openSessions({ history, ...options }: PowerShellHostOptions): Promise<Sessions> {
  const connection = await connectionOptions(options)
  const create = (): Session =>
    history === undefined ? createSession(connection) : noteFailures(createSession(connection), history)
  return {
    connection,
    reader: create(),
    operations: createSessionPool(create, mostOperationSessions, options.clock),
    details: createSessionPool(create, 1, options.clock),
    files: createSessionPool(create, 1, options.clock),
  }
}
