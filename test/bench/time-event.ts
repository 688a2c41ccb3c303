import type { AppEvent } from '#contract/events'
import type { BridgePeer } from './peers/bridges.ts'

/** Milliseconds from an event to the last of those who listen having all of it. */
export async function timeEvent(
  { tell }: BridgePeer,
  heard: readonly Heard[],
  event: AppEvent,
): Promise<number> {
  const arrived = Promise.all(heard.map((each) => each.next()))
  const start = performance.now()
  tell(event)
  await arrived
  return performance.now() - start
}

/** What a listener has heard. */
export interface Heard {
  readonly onData: (text: string) => void
  /** Settles when one more event is there to its end. */
  readonly next: () => Promise<void>
}

export function createHeard(): Heard {
  let tail = ''
  let resolveNext: () => void = () => undefined
  return {
    onData: (text) => {
      tail = (tail + text).slice(-2)
      if (tail === '\n\n') resolveNext()
    },
    next: () =>
      new Promise((resolve) => {
        resolveNext = resolve
      }),
  }
}
