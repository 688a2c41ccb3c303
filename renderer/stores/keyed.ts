import { shallowReactive } from 'vue'

/**
 * Values by their Id, as the host last said them. A reading of all of them takes time, and events arrive meanwhile:
 * what an event said after the reading began is newer than what the reading brings, and stays.
 */
export interface Keyed<Id, T> {
  readonly byId: ReadonlyMap<Id, T>
  readonly put: (id: Id, value: T) => void
  readonly remove: (id: Id) => void
  /** Begins a reading; the function returned ends it with what was read. */
  readonly beginReading: () => (values: readonly T[]) => void
}

export function createKeyed<Id, T>(idOf: (value: T) => Id): Keyed<Id, T> {
  const byId = shallowReactive(new Map<Id, T>())
  const readings = new Set<Set<Id>>()

  function touch(id: Id): void {
    for (const touched of readings) touched.add(id)
  }

  function replaceAll(values: readonly T[], touched: ReadonlySet<Id>): void {
    const read = new Map(values.map((value) => [idOf(value), value]))
    for (const id of byId.keys()) if (!read.has(id) && !touched.has(id)) byId.delete(id)
    for (const [id, value] of read) if (!touched.has(id)) byId.set(id, value)
  }

  return {
    byId,
    put: (id, value) => {
      touch(id)
      byId.set(id, value)
    },
    remove: (id) => {
      touch(id)
      byId.delete(id)
    },
    beginReading: () => {
      const touched = new Set<Id>()
      readings.add(touched)
      return (values) => {
        readings.delete(touched)
        replaceAll(values, touched)
      }
    },
  }
}
