import type { Clock } from '../../electron/core/ports.ts'

/** Time that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Lets so much time pass, calling back what falls due, each at its own moment. */
  readonly advance: (milliseconds: number) => Promise<void>
  /** Lets as much time pass as the promise needs, and no more. */
  readonly settle: <T>(promise: Promise<T>) => Promise<T>
}

export function createManualClock(start = Date.UTC(2026, 10, 21, 9, 0, 0)): ManualClock {
  const timers = new Set<Timer>()
  let elapsed = 0

  const runNext = async (until: number): Promise<boolean> => {
    const due = [...timers].sort((a, b) => a.dueAt - b.dueAt || a.order - b.order)[0]
    if (due === undefined || due.dueAt > until) return false
    timers.delete(due)
    elapsed = due.dueAt
    due.callback()
    await reactions()
    return true
  }
  let order = 0
  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    after: (milliseconds, callback) => {
      const timer = { dueAt: elapsed + Math.max(0, milliseconds), order: (order += 1), callback }
      timers.add(timer)
      return () => {
        timers.delete(timer)
      }
    },
    advance: async (milliseconds) => {
      const until = elapsed + milliseconds
      await reactions()
      while (await runNext(until)) continue
      elapsed = until
    },
    settle: async (promise) => {
      const settled = { yet: false }
      const done = (): void => {
        settled.yet = true
      }
      promise.then(done, done)
      await reactions()
      while (!settled.yet) {
        if (!(await runNext(Infinity))) throw new Error('Nothing is due, and the promise still waits.')
      }
      return promise
    },
  }
}

interface Timer {
  readonly dueAt: number
  readonly order: number
  readonly callback: () => void
}

/** All that promises have to do once a timer called back is done by the next turn of the event loop. */
function reactions(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
