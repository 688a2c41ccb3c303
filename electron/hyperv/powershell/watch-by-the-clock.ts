import type { Clock } from '../../core/ports.ts'

const milliseconds = 2_000

/** Calls back every two seconds, until the function returned is called. */
export function watchByTheClock(clock: Clock, onTick: () => void): () => void {
  let cancel: () => void = () => undefined
  const next = (): void => {
    cancel = clock.after(milliseconds, () => {
      next()
      onTick()
    })
  }
  next()
  return () => {
    cancel()
  }
}
