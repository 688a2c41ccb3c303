/** What vitest tells of an error. */
export interface ToldError {
  readonly name?: string
  readonly message: string
  readonly cause?: unknown
}

/** Whether a test ended because it expected something else, or waited for it in vain, and not because the code is broken. */
export function isExpectation(error: ToldError): boolean {
  if (error.name === 'AssertionError' || /^Timed out in wait(For|Until)!/.test(error.message)) return true
  // A property tells of the run that failed as the cause.
  return isTold(error.cause) && isExpectation(error.cause)
}

function isTold(value: unknown): value is ToldError {
  return (
    typeof value === 'object' && value !== null && 'message' in value && typeof value.message === 'string'
  )
}
