import type { Clock } from '../../core/ports.ts'

/** How long something may stay silent. */
export interface Deadline {
  /** It said something: its time starts anew. */
  readonly renew: () => void
  readonly cancel: () => void
}

/** Milliseconds. Short enough to notice that the computer slept, long enough to cost nothing. */
const step = 5_000

/**
 * Counts only the time in which this program ran. A step that took far longer than it should means that the computer
 * slept, or that we were held up: PowerShell could not answer then either, so that step is waited for once more.
 */
export function startDeadline(clock: Clock, milliseconds: number, onPassed: () => void): Deadline {
  let left = milliseconds
  let cancel: () => void = () => undefined
  const wait = (): void => {
    const length = Math.min(left, step)
    const start = clock.monotonic()
    cancel = clock.after(length, () => {
      const wasAwake = clock.monotonic() - start < length + step
      if (wasAwake) left -= length
      if (left > 0) wait()
      else onPassed()
    })
  }
  wait()
  return {
    renew: () => {
      left = milliseconds
    },
    cancel: () => {
      cancel()
    },
  }
}
