import { AppError } from '#contract/errors'
import { Connection, type ConnectionOptions } from './connection.ts'
import { ConnectionLost } from './connection-lost.ts'
import { reachFailure } from './loss-failures.ts'
import { helloOfReply, type Hello } from './replies.ts'
import type { Restarts } from './restarts.ts'
import { createSessionRecord, type SessionFacts } from './session-record.ts'

export interface SessionOpener {
  /** The process that runs, or a new one where there is none. Rejects with `AppError`; nothing was asked of the host then. */
  readonly open: () => Promise<OpenedConnection>
  readonly noteAnswer: () => void
  /** Somebody asked for it by hand: the next one who asks gets a process, whatever became of those before. */
  readonly startAnew: () => void
  readonly facts: () => SessionFacts
  readonly close: () => Promise<void>
}

interface OpenedConnection {
  readonly connection: Connection
  readonly hello: Hello
}

/** A start that failed is not tried again for so long: whoever asks meanwhile hears the same, and nothing runs hot. */
const pauseAfterFailedStart = 1_000

/** One process after the other: the next one starts when the one before is gone, and when it is its turn. */
export function createSessionOpener(options: ConnectionOptions, restarts: Restarts): SessionOpener {
  const record = createSessionRecord(options.clock)
  const end = new AbortController()
  let latest: Connection | null = null
  let current: OpenedConnection | null = null
  let failed: { readonly error: AppError; readonly until: number } | null = null

  const start = async (): Promise<OpenedConnection> => {
    await latest?.gone
    await restarts.turn(end.signal)
    if (end.signal.aborted) throw closing()
    const connection = new Connection(options, (loss) => {
      record.noteLoss(loss)
      // What the system does not even start is no crash, and costs little to try again.
      if (loss.reason !== 'not-started') restarts.noteLoss(loss)
    })
    latest = connection
    record.noteStart(connection)
    const hello = helloOfReply(await connection.hello)
    options.log.info('PowerShell is ready', hello)
    return { connection, hello }
  }
  return {
    open: async () => {
      if (end.signal.aborted) throw closing()
      if (current?.connection.isOpen === true) return current
      if (failed !== null && options.clock.monotonic() < failed.until) throw failed.error
      try {
        current = await twice(start)
        return current
      } catch (reason) {
        // One that greeted in words that we do not know still runs.
        void latest?.close()
        const error = reachFailure(reason)
        failed = { error, until: options.clock.monotonic() + pauseAfterFailedStart }
        throw error
      }
    },
    noteAnswer: restarts.noteAnswer,
    startAnew: () => {
      failed = null
      restarts.startAnew()
    },
    facts: record.facts,
    close: async () => {
      end.abort()
      await latest?.close()
    },
  }
}

/** One that ends before it greets may have met a moment of trouble. It is tried once more before that is said. */
async function twice(start: () => Promise<OpenedConnection>): Promise<OpenedConnection> {
  try {
    return await start()
  } catch (reason) {
    if (reason instanceof ConnectionLost && reason.reason === 'ended') return start()
    throw reason
  }
}

function closing(): AppError {
  return new AppError('host-lost', 'Savepoint is closing.')
}
