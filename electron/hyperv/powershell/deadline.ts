import type { Clock } from '../../core/ports.ts'

/** How long something may stay silent. */
export interface Deadline {
  /** It said something: its time starts anew. */
  readonly renew: () => void
  readonly cancel: () => void
}

/** Milliseconds. Short enough to notice that the computer slept, long enough to cost nothing. */
const step = 5_000

/** Milliseconds. A turn of the event loop is all it takes to read what has come meanwhile. */
const lastLook = 100

/**
 * Counts only the time in which this program ran. A step that took far longer than it should means that the computer
 * slept, or that we were held up: PowerShell could not answer then either, so it gets a whole step more.
 */
export function startDeadline(clock: Clock, milliseconds: number, onPassed: () => void): Deadline {
  let left = milliseconds
  let cancel: () => void = () => undefined
  const goOn = (judge: () => void): void => {
    if (left > 0) wait()
    else judge()
  }
  const wait = (): void => {
    const length = Math.min(left, step)
    const start = clock.monotonic()
    cancel = clock.after(length, () => {
      const wasAwake = clock.monotonic() - start < length + step
      left = wasAwake ? left - length : Math.max(left, step)
      goOn(lookOnceMore)
    })
  }
  // After we were held up timers come first: the answer may lie there already, and is read before the next of them.
  const lookOnceMore = (): void => {
    cancel = clock.after(lastLook, () => {
      goOn(onPassed)
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
