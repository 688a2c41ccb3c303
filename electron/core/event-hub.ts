import type { AppEvent, Publish } from '#contract/events'

export interface EventHub {
  readonly publish: Publish
  readonly subscribe: (listener: (event: AppEvent) => void) => () => void
}

/** Hands each event to everyone who listens at that moment. A listener that throws does not keep it from the others. */
export function createEventHub(onListenerError: (error: unknown) => void): EventHub {
  const listeners = new Set<(event: AppEvent) => void>()
  return {
    publish: (name, payload) => {
      // The name and the payload belong together by the type of Publish; the compiler can't follow that into a union.
      const event = { name, payload } as AppEvent
      for (const listener of [...listeners]) {
        try {
          listener(event)
        } catch (error) {
          onListenerError(error)
        }
      }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
