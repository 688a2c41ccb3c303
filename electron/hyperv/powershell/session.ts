import { AppError } from '#contract/errors'
import type { OnProgress } from '../../core/ports.ts'
import type { ConnectionOptions } from './connection.ts'
import { ConnectionLost } from './connection-lost.ts'
import type { Answer, AnswerListeners } from './connection-state.ts'
import { hostLost, reachFailure, unknownOutcome } from './loss-failures.ts'
import type { Hello } from './replies.ts'
import type { Parameters } from './request-line.ts'
import { createRestarts, type Restarts } from './restarts.ts'
import { createSessionOpener, type SessionOpener } from './session-opener.ts'
import type { SessionFacts } from './session-record.ts'
import { verbs, type Verb } from './verbs.ts'

/** PowerShell that is there whenever it is asked: one process at a time, and a fresh one after one that was lost. */
export interface Session {
  /** Starts PowerShell where it does not run, and says what it is. */
  readonly hello: () => Promise<Hello>
  /**
   * Requests wait for each other. A verb that only reads is tried once more when its answer is lost; one that changes
   * something never is, and rejects with `outcome-unknown`.
   */
  readonly run: (
    verb: Verb,
    parameters: Parameters,
    onProgress?: OnProgress,
    /** Gets each part as it comes; after a loss in the middle all of them come again. */
    onPart?: (part: unknown) => void,
  ) => Promise<Answer>
  /** Somebody asked for it by hand: PowerShell is started again, however often it was lost. */
  readonly startAnew: () => void
  readonly facts: () => SessionFacts
  readonly close: () => Promise<void>
}

export interface SessionOptions extends ConnectionOptions {
  /** Shared by the sessions of one host; of its own where none is given. */
  readonly restarts?: Restarts
}

/** Nobody waits for so many answers one after the other; who asks for more is told so, and no memory is filled. */
const mostWaiting = 256

export function createSession(options: SessionOptions): Session {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const opener = createSessionOpener(options, options.restarts ?? createRestarts(options.clock, Math.random))
  const inTurn = <T>(task: () => Promise<T>): Promise<T> => {
    if (waiting >= mostWaiting) return Promise.reject(tooMuchToDo())
    waiting += 1
    const turn = last.then(task).finally(() => {
      waiting -= 1
    })
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    hello: () => inTurn(async () => (await opener.open()).hello),
    run: (verb, parameters, onProgress, onPart) =>
      inTurn(() => logged(verb, options, () => attempt(opener, verb, parameters, { onProgress, onPart }))),
    startAnew: opener.startAnew,
    facts: opener.facts,
    close: opener.close,
  }
}

async function attempt(
  opener: SessionOpener,
  verb: Verb,
  parameters: Parameters,
  listeners: AnswerListeners,
): Promise<Answer> {
  try {
    return await ask(opener, verb, parameters, listeners)
  } catch (error) {
    if (!(error instanceof ConnectionLost)) throw error
    if (verbs[verb].changes) throw unknownOutcome(error)
    if (error.reason === 'closed') throw hostLost(error)
  }
  return ask(opener, verb, parameters, listeners).catch((error: unknown) => {
    throw reachFailure(error)
  })
}

/** That the host says no is an answer as well. */
async function ask(
  opener: SessionOpener,
  verb: Verb,
  parameters: Parameters,
  listeners: AnswerListeners,
): Promise<Answer> {
  const { connection } = await opener.open()
  try {
    const answer = await connection.ask(verb, parameters, listeners)
    opener.noteAnswer()
    return answer
  } catch (error) {
    if (error instanceof AppError) opener.noteAnswer()
    throw error
  }
}

function tooMuchToDo(): AppError {
  return new AppError('busy', 'PowerShell has too much to do at the moment. Try again in a little while.')
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
