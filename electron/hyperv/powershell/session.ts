import { AppError } from '#contract/errors'
import type { OnProgress } from '../../core/ports.ts'
import { Connection, type Answer, type ConnectionOptions } from './connection.ts'
import { ConnectionLost } from './connection-lost.ts'
import { type Hello, helloOfReply } from './replies.ts'
import type { Parameters } from './request-line.ts'
import { verbs, type Verb } from './verbs.ts'

/** PowerShell that is there whenever it is asked: one process at a time, and a fresh one after one that was lost. */
export interface Session {
  /** Starts PowerShell where it does not run, and says what it is. */
  readonly hello: () => Promise<Hello>
  /**
   * Requests wait for each other. A verb that only reads is tried once more when its answer is lost; one that changes
   * something never is, and rejects with `outcome-unknown`.
   */
  readonly run: (verb: Verb, parameters: Parameters, onProgress?: OnProgress) => Promise<Answer>
  readonly close: () => Promise<void>
}

export function createSession(options: ConnectionOptions): Session {
  let last: Promise<unknown> = Promise.resolve()
  const opener = createOpener(options)
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    const turn = last.then(task)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    hello: () => inTurn(async () => (await opener.open()).hello),
    run: (verb, parameters, onProgress) =>
      inTurn(() => logged(verb, options, () => attempt(opener, verb, parameters, onProgress))),
    close: opener.close,
  }
}

async function attempt(
  opener: Opener,
  verb: Verb,
  parameters: Parameters,
  onProgress: OnProgress | undefined,
): Promise<Answer> {
  const { connection } = await opener.open()
  try {
    return await connection.ask(verb, parameters, onProgress)
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
    if (verbs[verb].changes) throw unknownOutcome(error)
    if (error.reason === 'closed') throw hostLost(error)
  }
  const { connection: fresh } = await opener.open()
  return fresh.ask(verb, parameters, onProgress).catch((error: unknown) => {
    throw appErrorFrom(error)
  })
}

interface Opener {
  readonly open: () => Promise<{ readonly connection: Connection; readonly hello: Hello }>
  readonly close: () => Promise<void>
}

/** A start that failed is not tried again for so long: whoever asks meanwhile hears the same, and nothing runs hot. */
const pauseAfterFailedStart = 1_000

function createOpener(options: ConnectionOptions): Opener {
  let current: { readonly connection: Connection; readonly hello: Hello } | null = null
  let starting: Connection | null = null
  let failed: { readonly error: AppError; readonly until: number } | null = null
  let isClosed = false

  const start = async (): Promise<NonNullable<typeof current>> => {
    starting = new Connection(options)
    try {
      current = { connection: starting, hello: helloOfReply(await starting.hello) }
      return current
    } catch (error) {
      const refusal = appErrorFrom(error)
      failed = { error: refusal, until: options.clock.monotonic() + pauseAfterFailedStart }
      throw refusal
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
      await starting?.close()
    },
  }
}

function unknownOutcome(loss: ConnectionLost): AppError {
  return new AppError(
    'outcome-unknown',
    'PowerShell stopped before it said how this ended. Look at the list: it shows what is true now.',
    loss.detail,
  )
}

function appErrorFrom(error: unknown): AppError {
  if (error instanceof AppError) return error
  if (error instanceof ConnectionLost) return hostLost(error)
  return new AppError('host-lost', 'PowerShell could not be started.', String(error))
}

function hostLost(loss: ConnectionLost): AppError {
  return loss.reason === 'deadline'
    ? new AppError('timeout', 'PowerShell did not answer in time. Savepoint goes on trying.', loss.detail)
    : new AppError('host-lost', 'PowerShell stopped unexpectedly. Savepoint goes on trying.', loss.detail)
}

/** One line a request. What was asked for holds names and folders, so it is not written. */
async function logged(
  verb: Verb,
  { log, clock }: ConnectionOptions,
  task: () => Promise<Answer>,
): Promise<Answer> {
  const start = clock.monotonic()
  const write = (outcome: string): void => {
    log.info('PowerShell', { verb, milliseconds: Math.round(clock.monotonic() - start), outcome })
  }
  try {
    const answer = await task()
    write('done')
    return answer
  } catch (error) {
    write(error instanceof AppError ? error.code : 'internal')
    throw error
  }
}
