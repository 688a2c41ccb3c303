import { EventEmitter } from 'node:events'

/** The processes and streams that are open. Node tells of their kinds by a documented function, and of themselves only by this one. */
export function openHandles(): readonly EventEmitter[] {
  const { _getActiveHandles: list } = process as unknown as { readonly _getActiveHandles: () => unknown[] }
  return list.call(process).filter((each) => each instanceof EventEmitter)
}
