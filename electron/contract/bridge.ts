import type { AppEvent } from './events.ts'
import type { Reply } from './errors.ts'

/** All that a transport between the window and the rest of the app must offer. */
export interface Bridge {
  /** Never rejects for an expected failure: that is a `Reply`. Rejects where the other side can't be reached. */
  readonly call: (name: string, input: unknown) => Promise<Reply<unknown>>
  /** `onLinked` is called when events flow, and again each time they do after a break: then read everything anew. */
  readonly listen: (
    onEvent: (event: AppEvent) => void,
    onLinked: () => void,
    onLost: () => void,
  ) => () => void
}
