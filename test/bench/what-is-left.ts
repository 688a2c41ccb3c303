import { openHandles } from './open-handles.ts'

/** What a program holds once nothing is under way. */
export interface WhatIsLeft {
  /** Megabytes after a collection, which has to be allowed by --expose-gc. */
  readonly heap: number
  readonly handles: number
  readonly listeners: number
}

export function whatIsLeft(): WhatIsLeft {
  globalThis.gc?.()
  const handles = openHandles()
  const listeners = handles.flatMap((handle) => handle.eventNames().map((name) => handle.listenerCount(name)))
  return {
    heap: process.memoryUsage().heapUsed / 1_048_576,
    handles: handles.length,
    listeners: listeners.reduce((sum, each) => sum + each, 0),
  }
}
