import type { OperationId } from '#contract/model'
import type { Clock } from './ports.ts'

/** Where operations wait that can still be undone, each for its own time. */
export interface WaitingRoom {
  /** `onOver` is called once when the time is over, unless the operation has left before. */
  readonly enter: (id: OperationId, milliseconds: number, onOver: () => void) => void
  /** Answers whether it was still waiting; its time is never over then. */
  readonly leave: (id: OperationId) => boolean
  /** Nobody's time is over any more. */
  readonly close: () => void
}

export function createWaitingRoom(clock: Pick<Clock, 'after'>): WaitingRoom {
  const timers = new Map<OperationId, () => void>()
  return {
    enter: (id, milliseconds, onOver) => {
      const cancel = clock.after(milliseconds, () => {
        timers.delete(id)
        onOver()
      })
      timers.set(id, cancel)
    },
    leave: (id) => {
      timers.get(id)?.()
      return timers.delete(id)
    },
    close: () => {
      for (const cancel of timers.values()) cancel()
      timers.clear()
    },
  }
}
