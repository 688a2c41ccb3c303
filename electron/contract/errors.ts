/** No zod in here: the renderer imports this file at run time. */

/** Every way in which a request can end other than well. The message that comes with it says what to do. */
export type ErrorCode =
  // What was asked is wrong.
  | 'invalid-input'
  | 'unknown-operation'
  | 'invalid-name'
  | 'invalid-folder'
  | 'folder-missing'
  | 'folder-not-writable'
  | 'vm-not-found'
  | 'checkpoint-not-found'
  // What was asked is not possible as things stand.
  | 'wrong-state'
  | 'checkpoints-disabled'
  | 'limit-reached'
  | 'not-allowed'
  | 'busy'
  | 'changed-meanwhile'
  // The host said no, or could not.
  | 'access-denied'
  | 'operation-failed'
  | 'cancelled'
  | 'outcome-unknown'
  // The host can't be reached.
  | 'host-lost'
  | 'powershell-missing'
  | 'module-missing'
  | 'service-stopped'
  | 'language-mode'
  | 'timeout'
  // The caller can't be trusted, or we have a defect.
  | 'untrusted'
  | 'internal'

export interface Failure {
  readonly code: ErrorCode
  /** A finished sentence for the user: what happened and what to do. */
  readonly message: string
  /** What the host itself said, in its own language. Shown below the message, never matched. */
  readonly detail?: string | undefined
}

export type Reply<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure }

/** An expected failure. Only the dispatcher catches it; the renderer's `call` throws it again. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: string | undefined

  constructor(code: ErrorCode, message: string, detail?: string) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof AppError) {
    return {
      code: error.code,
      message: error.message,
      ...(error.detail === undefined ? {} : { detail: error.detail }),
    }
  }
  return {
    code: 'internal',
    message: 'Something in Savepoint itself went wrong. Nothing was sent to Hyper-V by this request.',
    detail: String(error),
  }
}

export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${JSON.stringify(value)}`)
}
