import { randomBytes } from 'node:crypto'
import { AppError, assertNever } from '#contract/errors'
import type { Clock, Log } from '../../core/ports.ts'
import { ConnectionLost, type LossReason } from './connection-lost.ts'
import type { Answer, AnswerListeners, ConnectionState, OpenCall } from './connection-state.ts'
import { startDeadline } from './deadline.ts'
import { openShell, type Shell } from './open-shell.ts'
import { failureOfReply, percentOfReply } from './replies.ts'
import { createReplyReader, type ReplyLine } from './reply-reader.ts'
import { requestLine, type Parameters } from './request-line.ts'
import { sessionText } from './script-text.ts'
import { verbs, type Verb } from './verbs.ts'

export interface ConnectionOptions {
  /** The absolute path of PowerShell. */
  readonly file: string
  readonly environment: NodeJS.ProcessEnv
  readonly clock: Clock
  readonly log: Log
}

/** One PowerShell process from its start to its end. It is never opened again; session.ts opens another. */
export class Connection {
  /** What the process said of itself when it was ready. */
  readonly hello: Promise<unknown>
  readonly #options: ConnectionOptions
  readonly #onLost: (loss: ConnectionLost) => void
  // New for every process, so nothing that is named, printed or left over can be taken for an answer.
  readonly #mark = `SP${randomBytes(12).toString('hex')}`
  readonly #shell: Shell
  #state: ConnectionState = { name: 'ready' }
  #lastNumber = 0
  #noise = 0
  #strayAnswers = 0
  #gone: Promise<void> = Promise.resolve()

  /** `onLost` is told before anybody who waits for an answer is, and not of an end that we wanted. */
  constructor(options: ConnectionOptions, onLost: (loss: ConnectionLost) => void) {
    this.#options = options
    this.#onLost = onLost
    const read = createReplyReader(this.#mark, {
      onReply: (reply) => {
        this.#take(reply)
      },
      onNoise: (line) => {
        this.#noise += 1
        options.log.debug('PowerShell printed a line that nobody asked for', { length: line.length })
      },
      onBroken: () => {
        this.#lose('broken')
      },
    })
    this.#shell = openShell(options.file, options.environment, read)
    this.#shell.write(sessionText(this.#mark))
    this.hello = this.#begin('starting', 'hello', {}, {}).then((answer) => answer.value)
    void this.#shell.lost.then(({ reason, said }) => {
      this.#lose(reason, said)
    })
  }

  get state(): ConnectionState['name'] {
    return this.#state.name
  }

  /** What came and was of no use: lines without the mark, and answers that nobody waited for. */
  get stray(): { readonly noise: number; readonly answers: number } {
    return { noise: this.#noise, answers: this.#strayAnswers }
  }

  /** Settles when a process that was lost is gone with all that it started; at once while it is open. */
  get gone(): Promise<void> {
    return this.#gone
  }

  get isOpen(): boolean {
    return this.#state.name !== 'lost' && this.#state.name !== 'stopped'
  }

  /** One request at a time. Rejects with `AppError` where the host says no, with `ConnectionLost` where no answer came. */
  ask(verb: Verb, parameters: Parameters, listeners: AnswerListeners = {}): Promise<Answer> {
    const state = this.#state
    switch (state.name) {
      case 'ready':
        return this.#begin('busy', verb, parameters, listeners)
      case 'starting':
      case 'busy':
        return Promise.reject(new AppError('internal', 'A PowerShell session was asked two things at once.'))
      case 'lost':
      case 'stopped':
        return Promise.reject(state.loss)
      default:
        return assertNever(state)
    }
  }

  /** Settles when the process and all that it started are gone. */
  async close(): Promise<void> {
    const isResting = this.#state.name === 'ready'
    this.#lose('closed')
    await (isResting ? this.#shell.leave() : this.#gone)
  }

  #begin(
    name: 'starting' | 'busy',
    verb: Verb,
    parameters: Parameters,
    listeners: AnswerListeners,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const number = (this.#lastNumber += 1)
      const deadline = startDeadline(this.#options.clock, verbs[verb].deadline, () => {
        this.#lose('deadline')
      })
      this.#state = { name, call: { number, parts: [], listeners, resolve, reject, deadline } }
      this.#shell.write(`${requestLine(verb, number, parameters)}\n`)
    })
  }

  #take(reply: ReplyLine): void {
    const state = this.#state
    // A late, repeated or foreign number answers nothing that is asked now.
    if ((state.name !== 'starting' && state.name !== 'busy') || reply.number !== state.call.number) {
      this.#strayAnswers += 1
      this.#options.log.debug('PowerShell answered what nobody asked', { number: reply.number })
      return
    }
    const { parts, listeners, deadline } = state.call
    // Whoever goes on answering does not hang.
    deadline.renew()
    switch (reply.kind) {
      case 'part':
        if (listeners.onPart === undefined) parts.push(reply.value)
        else listeners.onPart(reply.value)
        return
      case 'progress':
        listeners.onProgress?.(percentOfReply(reply.value))
        return
      case 'done':
        this.#finish(state.call).resolve({ parts, value: reply.value })
        return
      case 'failed':
        this.#finish(state.call).reject(failureOfReply(reply.value))
        return
      default:
        assertNever(reply.kind)
    }
  }

  #finish(call: OpenCall): OpenCall {
    call.deadline.cancel()
    this.#state = { name: 'ready' }
    return call
  }

  #lose(reason: LossReason, said = ''): void {
    const before = this.#state
    if (before.name === 'lost' || before.name === 'stopped') return
    const detail = [this.#shell.lastErrors().trim(), said].filter((each) => each !== '').join('\n')
    const loss = new ConnectionLost(reason, detail)
    this.#state = { name: reason === 'closed' ? 'stopped' : 'lost', loss }
    if (reason !== 'closed') {
      this.#options.log.warn('A PowerShell process was lost', { reason })
      this.#onLost(loss)
    }
    const isResting = before.name === 'ready'
    // One that rests when it is closed leaves by itself, see close.
    if (isResting && reason === 'closed') return
    this.#gone = this.#end()
    if (isResting) return
    before.call.deadline.cancel()
    // The tree is ended before the caller hears of it: what was cut off must not go on behind the next request.
    void this.#gone.then(() => {
      before.call.reject(loss)
    })
  }

  async #end(): Promise<void> {
    if (await this.#shell.kill()) return
    this.#options.log.warn('A PowerShell process could not be ended')
  }
}
