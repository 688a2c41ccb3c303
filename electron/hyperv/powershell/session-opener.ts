import { AppError } from '#contract/errors'
import { Connection, type ConnectionOptions } from './connection.ts'
import { reachFailure } from './loss-failures.ts'
import { helloOfReply, type Hello } from './replies.ts'

export interface SessionOpener {
  /** The process that runs, or a new one where there is none. Rejects with `AppError`; nothing was asked of the host then. */
  readonly open: () => Promise<OpenedConnection>
  readonly close: () => Promise<void>
}

interface OpenedConnection {
  readonly connection: Connection
  readonly hello: Hello
}

/** A start that failed is not tried again for so long: whoever asks meanwhile hears the same, and nothing runs hot. */
const pauseAfterFailedStart = 1_000

export function createSessionOpener(options: ConnectionOptions): SessionOpener {
  let latest: Connection | null = null
  let current: OpenedConnection | null = null
  let failed: { readonly error: AppError; readonly until: number } | null = null
  let isClosed = false

  const start = async (): Promise<OpenedConnection> => {
    try {
      const connection = new Connection(options)
      latest = connection
      current = { connection, hello: helloOfReply(await connection.hello) }
      options.log.info('PowerShell is ready', current.hello)
      return current
    } catch (reason) {
      // One that greeted in words that we do not know still runs.
      void latest?.close()
      const error = reachFailure(reason)
      failed = { error, until: options.clock.monotonic() + pauseAfterFailedStart }
      throw error
    }
  }
  return {
    open: async () => {
      if (isClosed) throw new AppError('host-lost', 'Savepoint is closing.')
      if (current?.connection.isOpen === true) return current
      if (failed !== null && options.clock.monotonic() < failed.until) throw failed.error
      return start()
    },
    close: async () => {
      isClosed = true
      await latest?.close()
    },
  }
}
