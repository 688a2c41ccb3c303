import type { z } from 'zod'
import { type ErrorCode, type Failure, type Reply, failureOf } from '#contract/errors'
import { type Handlers, type OperationName, operations } from '#contract/operations'
import type { Clock, Log } from './ports.ts'

export type Dispatch = (name: string, input: unknown) => Promise<Reply<unknown>>

/**
 * The only door: the window, the browser and the tray all come through here. Checks the name, checks the input, runs
 * the handler, and turns whatever happens into a reply. Never rejects.
 */
export function createDispatcher(handlers: Handlers, log: Log, clock: Clock): Dispatch {
  return async (name, input) => {
    if (!isOperationName(name))
      return failed({ code: 'unknown-operation', message: 'Savepoint does not know this request.' })
    const parsed = operations[name].input.safeParse(input)
    if (!parsed.success) return failed(inputFailure(parsed.error))
    const startedAt = clock.monotonic()
    try {
      // The schema of this very name has just parsed the input, which the compiler can't follow through the table.
      const handler = handlers[name] as (input: unknown) => Promise<unknown>
      return { ok: true, value: await handler(parsed.data) }
    } catch (error) {
      const failure = failureOf(error)
      log.info('request refused', { name, code: failure.code, milliseconds: clock.monotonic() - startedAt })
      if (failure.code === 'internal')
        log.warn('defect', {
          name,
          error: error instanceof Error ? (error.stack ?? error.message) : String(error),
        })
      return failed(failure)
    }
  }
}

function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}

function failed(error: Failure): Reply<never> {
  return { ok: false, error }
}

/** The first thing that is wrong, in the words of its own rule where it has one. */
function inputFailure(error: z.ZodError): Failure {
  const issue = error.issues[0]
  if (issue === undefined)
    return { code: 'invalid-input', message: 'Savepoint did not understand this request.' }
  if (issue.code === 'custom') return { code: codeOf(issue.params), message: issue.message }
  if (issue.code === 'invalid_format' || issue.code === 'too_big')
    return { code: 'invalid-input', message: issue.message }
  const where = issue.path.length === 0 ? 'the request' : `“${issue.path.join('.')}”`
  return {
    code: 'invalid-input',
    message: `Savepoint did not understand ${where} in this request.`,
    detail: issue.message,
  }
}

function codeOf(params: Record<string, unknown> | undefined): ErrorCode {
  return params?.code === 'invalid-name' ? 'invalid-name' : 'invalid-input'
}
