import type { AppSettings } from '#contract/app-settings'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import type { Reply } from '#contract/errors'
import type { AppEvent } from '#contract/events'
import type { Operation, Vm } from '#contract/model'
import type { Input, OperationName, Output } from '#contract/operations'
import type { App } from '../../electron/core/app.ts'
import type { Dispatch } from '../../electron/core/dispatcher.ts'
import type { JournalEntry } from '../../electron/core/journal-entry.ts'
import type { HyperVHost, Journal, SettingsStore } from '../../electron/core/ports.ts'
import {
  createSimulation,
  type SimulationOptions,
} from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { type HostLab, type SpareKind, createHostLab } from './host-lab.ts'
import { createJournalOfTest } from './journal-of-test.ts'
import { type ManualClock, createManualClock } from './manual-clock.ts'
import { recordsInMemory } from './records-in-memory.ts'
import { settingsInMemory } from './settings-in-memory.ts'
import { wireOver } from './wire-over.ts'

/** The whole app but its bridges, on the simulated host, with a clock that the test moves. */
export interface AppOnLab {
  readonly lab: HostLab
  readonly clock: ManualClock
  readonly simulation: Simulation
  readonly events: AppEvent[]
  readonly dispatch: Dispatch
  readonly subscribe: App['subscribe']
  /** Asks, and lets so much time pass as the answer needs. Throws where the reply is a failure. */
  readonly call: <K extends OperationName>(name: K, input: Input<K>) => Promise<Output<K>>
  /** Lets time pass until the operation has ended. */
  readonly ended: (operation: Pick<Operation, 'id'>) => Promise<Operation>
  /** Asks for a change and lets time pass until it has ended. */
  readonly finish: (name: OperationName, input: unknown) => Promise<Operation>
  readonly vm: (vmId: Vm['id']) => Promise<Vm>
  readonly close: () => Promise<void>
  /** Another app on the same host, while this one runs. */
  readonly beside: (wrap?: Wrap) => Promise<AppOnLab>
  /** The app is gone from one moment to the next; what it wrote down is taken over by the next that starts. */
  readonly vanish: () => Promise<void>
  /** The app is gone from one moment to the next, and a new one starts on the same host, with what was written down. */
  readonly restart: (wrap?: Wrap) => Promise<AppOnLab>
}

interface LabOptions extends Partial<SimulationOptions> {
  readonly settings?: Partial<AppSettings>
  /** What the apps get to see of the simulation. */
  readonly seenAs?: (simulation: Simulation, clock: ManualClock) => Simulation
  /** The host has one machine of that kind, and no others. */
  readonly only?: SpareKind
  /** Where each start keeps what is under way; in memory, from start to start, where nothing is said. */
  readonly openJournal?: () => Journal
}

type Wrap = (host: HyperVHost) => HyperVHost

/** Put together once: every clock begins at the same moment, and a simulation copies what it is given. */
let labOnce: HostLab | undefined

export async function openAppOnLab(
  { settings, seenAs, only, openJournal, ...options }: LabOptions = {},
  wrap: Wrap = (host) => host,
): Promise<AppOnLab> {
  const clock = createManualClock()
  const lab = (labOnce ??= createHostLab(clock.now()))
  const vms = only === undefined ? lab.vms : lab.vms.filter(({ id }) => id === lab.spare(only)[0])
  const simulation = createSimulation({ lab: vms, clock, ...options })
  const kept = {
    seen: seenAs?.(simulation, clock),
    left: [],
    openJournal,
    records: [],
    settings: settingsInMemory(settings),
  }
  return startApp({ lab, clock, simulation, ...kept }, wrap)
}

/** What outlives the app. */
interface Outside extends Pick<AppOnLab, 'lab' | 'clock' | 'simulation'> {
  /** The simulation, or what apps get to see in its place. */
  readonly seen: Simulation | undefined
  /** What apps that are gone wrote down, until another takes it over. */
  readonly left: JournalEntry[]
  readonly openJournal: (() => Journal) | undefined
  readonly records: readonly CheckpointRecord[]
  readonly settings: SettingsStore
}

async function startApp(outside: Outside, wrap: Wrap): Promise<AppOnLab> {
  const { lab, clock, simulation, seen = simulation } = outside
  const inMemory = createJournalOfTest(outside.left.splice(0))
  const journal = outside.openJournal?.() ?? inMemory
  const records = recordsInMemory(outside.records)
  // What the demo host was asked for ends with the app, and is not recovered.
  const host: HyperVHost = { ...wrap(createSimulatedHost(seen, clock)), kind: 'hyper-v' }
  const { settings } = outside
  const { hub, inventory, dispatch, close } = wireOver({ host, clock, journal, records, settings })
  const events: AppEvent[] = []
  hub.subscribe((event) => events.push(event))
  await clock.settle(inventory.refresh())

  const call = async <K extends OperationName>(name: K, input: Input<K>): Promise<Output<K>> => {
    const reply = (await clock.settle(dispatch(name, input))) as Reply<Output<K>>
    if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
    return reply.value
  }
  const ended = async ({ id }: Pick<Operation, 'id'>): Promise<Operation> => {
    for (;;) {
      const now = (await call('operation.list', {})).find((each) => each.id === id)
      if (now === undefined) throw new Error('The operation is not listed.')
      if (now.endedAt !== null) return now
      await clock.advance(250)
    }
  }
  const vanish = async (): Promise<void> => {
    await journal.close()
    close()
    outside.left.push(...inMemory.entries)
  }
  return {
    lab,
    clock,
    simulation,
    events,
    dispatch,
    subscribe: hub.subscribe,
    call,
    ended,
    finish: async (name, input) => {
      const reply = (await clock.settle(dispatch(name, input))) as Reply<Operation>
      if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
      return ended(reply.value)
    },
    vm: async (vmId) => {
      const found = (await call('vm.list', {})).find(({ id }) => id === vmId)
      if (found === undefined) throw new Error('No such virtual machine in the list.')
      return found
    },
    close: async () => {
      close()
      await host.close()
    },
    beside: (another = (each) => each) => startApp(outside, another),
    vanish,
    restart: async (wrapAnew = (each) => each) => {
      await vanish()
      return startApp({ ...outside, records: records.kept() }, wrapAnew)
    },
  }
}
