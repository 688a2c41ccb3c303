import { isDeepStrictEqual } from 'node:util'

/** Throws an `Error` that shows both where they differ. */
export function expectSame(actual: unknown, expected: unknown): void {
  if (isDeepStrictEqual(actual, expected)) return
  throw new Error(`expected ${JSON.stringify(expected)}, and it is ${JSON.stringify(actual)}`)
}

export function expectTrue(isTrue: boolean, otherwise: string): void {
  if (!isTrue) throw new Error(otherwise)
}
