import { randomBytes } from 'node:crypto'
import { AppError, assertNever } from '#contract/errors'
import type { Clock, Log, OnProgress } from '../../core/ports.ts'
import { ConnectionLost } from './connection-lost.ts'
import type { Answer, ConnectionState, OpenCall } from './connection-state.ts'
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
  // New for every process, so nothing that is named, printed or left over can be taken for an answer.
  readonly #mark = `SP${randomBytes(12).toString('hex')}`
  readonly #shell: Shell
  #state: ConnectionState = { name: 'ready' }
  #lastNumber = 0

  constructor(options: ConnectionOptions) {
    this.#options = options
    const read = createReplyReader(this.#mark, {
      onReply: (reply) => {
        this.#take(reply)
      },
      onNoise: (line) => {
        options.log.debug('PowerShell printed a line that nobody asked for', { length: line.length })
      },
      onBroken: () => {
        this.#lose('broken')
      },
    })
    this.#shell = openShell(options.file, options.environment, read)
    this.#shell.write(sessionText(this.#mark))
    this.hello = this.#begin('starting', 'hello', {}, undefined).then((answer) => answer.value)
    void this.#shell.ended.then((said) => {
      this.#lose('ended', said)
    })
  }

  get isOpen(): boolean {
    return this.#state.name !== 'lost' && this.#state.name !== 'stopped'
  }

  /** One request at a time. Rejects with `AppError` where the host says no, with `ConnectionLost` where no answer came. */
  ask(verb: Verb, parameters: Parameters, onProgress?: OnProgress): Promise<Answer> {
    const state = this.#state
    switch (state.name) {
      case 'ready':
        return this.#begin('busy', verb, parameters, onProgress)
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
    await (isResting ? this.#shell.leave() : this.#shell.kill())
  }

  #begin(
    name: 'starting' | 'busy',
    verb: Verb,
    parameters: Parameters,
    onProgress: OnProgress | undefined,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const number = (this.#lastNumber += 1)
      const cancelDeadline = this.#options.clock.after(verbs[verb].deadline, () => {
        this.#lose('deadline')
      })
      this.#state = { name, call: { number, parts: [], onProgress, resolve, reject, cancelDeadline } }
      this.#shell.write(`${requestLine(verb, number, parameters)}\n`)
    })
  }

  #take(reply: ReplyLine): void {
    const state = this.#state
    // A late, repeated or foreign number answers nothing that is asked now.
    if ((state.name !== 'starting' && state.name !== 'busy') || reply.number !== state.call.number) {
      this.#options.log.debug('PowerShell answered what nobody asked', { number: reply.number })
      return
    }
    switch (reply.kind) {
      case 'part':
        state.call.parts.push(reply.value)
        return
      case 'progress':
        state.call.onProgress?.(percentOfReply(reply.value))
        return
      case 'done':
        this.#finish(state.call).resolve({ parts: state.call.parts, value: reply.value })
        return
      case 'failed':
        this.#finish(state.call).reject(failureOfReply(reply.value))
        return
      default:
        assertNever(reply.kind)
    }
  }

  #finish(call: OpenCall): OpenCall {
    call.cancelDeadline()
    this.#state = { name: 'ready' }
    return call
  }

  #lose(reason: ConnectionLost['reason'], said = ''): void {
    const before = this.#state
    if (before.name === 'lost' || before.name === 'stopped') return
    const detail = [this.#shell.lastErrors().trim(), said].filter((each) => each !== '').join('\n')
    const loss = new ConnectionLost(reason, detail)
    this.#state = { name: reason === 'closed' ? 'stopped' : 'lost', loss }
    if (reason !== 'closed') this.#options.log.warn('A PowerShell process was lost', { reason })
    if (before.name === 'ready') {
      if (reason !== 'closed') void this.#shell.kill()
      return
    }
    before.call.cancelDeadline()
    // The tree is ended before the caller hears of it: what was cut off must not go on behind the next request.
    void this.#shell.kill().then(() => {
      before.call.reject(loss)
    })
  }
}
