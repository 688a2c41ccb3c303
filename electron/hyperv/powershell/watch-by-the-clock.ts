import type { Clock } from '../../core/ports.ts'

const milliseconds = 2_000

/** Hints every two seconds, while there is a connection, that anything may have changed. */
export function watchByTheClock(
  clock: Clock,
  isConnected: () => boolean,
  onHint: (vmId: null) => void,
): () => void {
  let cancel: () => void = () => undefined
  const next = (): void => {
    cancel = clock.after(milliseconds, () => {
      next()
      if (isConnected()) onHint(null)
    })
  }
  next()
  return () => {
    cancel()
  }
}
