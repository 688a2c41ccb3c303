import type { Clock } from '../../core/ports.ts'

/** Settles after so many milliseconds, or as soon as nobody wants to wait any more. */
export function passed(clock: Clock, milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const cancel = clock.after(milliseconds, resolve)
    signal.addEventListener(
      'abort',
      () => {
        cancel()
        resolve()
      },
      { once: true },
    )
  })
}
