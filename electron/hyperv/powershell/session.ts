import { AppError } from '#contract/errors'
import type { OnProgress } from '../../core/ports.ts'
import type { ConnectionOptions } from './connection.ts'
import { ConnectionLost } from './connection-lost.ts'
import type { Answer } from './connection-state.ts'
import { hostLost, reachFailure, unknownOutcome } from './loss-failures.ts'
import type { Hello } from './replies.ts'
import type { Parameters } from './request-line.ts'
import { createSessionOpener, type SessionOpener } from './session-opener.ts'
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
  const opener = createSessionOpener(options)
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
  opener: SessionOpener,
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
    throw reachFailure(error)
  })
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
