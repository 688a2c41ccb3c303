import type { AppEvent } from '#contract/events'
import type { Dispatch } from './dispatcher.ts'

/** The app as its bridges and its tray see it. */
export interface App {
  readonly dispatch: Dispatch
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void
  /** Ends every process and timer that the app started. */
  readonly close: () => Promise<void>
}
