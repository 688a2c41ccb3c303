import type { Clock } from '../../core/ports.ts'
import type { Culture } from './refusals.ts'
import type { SimulatedEvent, SimulatedVm } from './simulation.ts'

/** What the host writes down of checkpoints, in its own language. */
export interface HostLog {
  readonly all: () => readonly SimulatedEvent[]
  /** Production was asked for, and a checkpoint with memory is taken instead. */
  readonly fellBack: (vm: SimulatedVm) => void
}

export function createHostLog(clock: Clock, culture: Culture): HostLog {
  const events: SimulatedEvent[] = []
  return {
    all: () => [...events],
    fellBack: ({ id, name }) => {
      events.push({ vmId: id, at: clock.now(), message: fellBackText[culture](name, id.toUpperCase()) })
      if (events.length > mostEvents) events.shift()
    },
  }
}

/** A log is as long as its file may be, and what is oldest goes first. */
const mostEvents = 200

const fellBackText: Readonly<Record<Culture, (name: string, id: string) => string>> = {
  'en-US': (name, id) =>
    `'${name}': the guest could not prepare its data for a production checkpoint, so a standard checkpoint is created. (Virtual machine ID ${id})`,
  'de-DE': (name, id) =>
    `"${name}": Der Gast konnte seine Daten nicht für einen Produktionsprüfpunkt vorbereiten, daher wird ein Standardprüfpunkt erstellt. (ID des virtuellen Computers: ${id})`,
}
