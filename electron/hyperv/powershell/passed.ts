import type { Clock } from '../../core/ports.ts'

/** Settles after so many milliseconds, or as soon as nobody wants to wait any more. */
export function passed(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // A signal lives as long as the app, so it must not remember those who have waited.
    const end = (): void => {
      cancel()
      signal.removeEventListener('abort', end)
      resolve()
    }
    const cancel = clock.after(milliseconds, end)
    signal.addEventListener('abort', end)
  })
}
