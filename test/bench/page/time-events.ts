import { nextPaint } from './painted.ts'

/** Milliseconds from each key or button pressed from now on until what follows from it is painted. */
export function timeEvents(kind: 'keydown' | 'mousedown'): number[] {
  const times: number[] = []
  document.addEventListener(
    kind,
    (event) => {
      // The moment it was pressed, and not the one at which the page got to it.
      const start = event.timeStamp
      void nextPaint().then(() => times.push(performance.now() - start))
    },
    { capture: true },
  )
  return times
}
