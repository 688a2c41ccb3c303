import type { ErrorCode } from '#contract/errors'
import type { Clock } from './ports.ts'

/** What the host refused since the start, for whoever is to help. No names, no folders. */
export interface FailureHistory {
  readonly note: (request: string, code: ErrorCode) => void
  /** Oldest first. */
  readonly read: () => readonly PastFailure[]
}

export interface PastFailure {
  readonly request: string
  readonly code: ErrorCode
  /** Milliseconds since 1970, of the last time. */
  readonly at: number
  /** How many times in a row. */
  readonly times: number
}

const most = 20

/** A host that stays away fails the same way again and again: that is one entry, and pushes no other out. */
export function createFailureHistory(clock: Pick<Clock, 'now'>): FailureHistory {
  let failures: readonly PastFailure[] = []
  return {
    note: (request, code) => {
      const last = failures.at(-1)
      const isSame = last?.request === request && last.code === code
      const earlier = isSame ? failures.slice(0, -1) : failures
      const times = isSame ? last.times + 1 : 1
      failures = [...earlier, { request, code, at: clock.now(), times }].slice(-most)
    },
    read: () => failures,
  }
}
