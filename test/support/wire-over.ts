import { randomBytes, randomUUID } from 'node:crypto'
import { OperationId } from '#contract/model'
import { SessionNonce } from '#contract/seen'
import { keepSettings } from '../../electron/core/app-settings.ts'
import { createChanges } from '../../electron/core/changes.ts'
import { createDiagnose } from '../../electron/core/diagnose.ts'
import { type Dispatch, createDispatcher } from '../../electron/core/dispatcher.ts'
import { endUndoWhereWrong } from '../../electron/core/end-undo.ts'
import { type EventHub, createEventHub } from '../../electron/core/event-hub.ts'
import { createFailureHistory } from '../../electron/core/failure-history.ts'
import { createHandlers } from '../../electron/core/handlers.ts'
import { type Inventory, createInventory } from '../../electron/core/inventory.ts'
import { createOperationsQueue } from '../../electron/core/operations-queue.ts'
import type { Clock, HyperVHost, Journal, RecordsStore, SettingsStore } from '../../electron/core/ports.ts'
import { recoverWhenConnected } from '../../electron/core/recovery.ts'
import { keepRecords } from '../../electron/core/records.ts'
import { ownFacts } from '../../electron/own-facts.ts'
import { exampleAbout } from './example-about.ts'
import { recordsInMemory } from './records-in-memory.ts'
import { settingsInMemory } from './settings-in-memory.ts'
import { silentLog } from './silent-log.ts'

interface Parts {
  readonly host: HyperVHost
  readonly clock: Clock
  readonly journal: Journal
  readonly settings?: SettingsStore | undefined
  readonly records?: RecordsStore | undefined
}

interface Wired {
  readonly hub: EventHub
  readonly inventory: Inventory
  readonly dispatch: Dispatch
  /** Ends what the parts would do by themselves later. */
  readonly close: () => void
}

/** All between a host and the bridges, as the app wires it, over parts that the test brings. Nothing is read yet. */
export function wireOver({
  host,
  clock,
  journal,
  settings = settingsInMemory(),
  records: store = recordsInMemory(),
}: Parts): Wired {
  const hub = createEventHub((error) => {
    throw error
  })
  const connect = async () => ({ host, ...(await host.connect()), demoReason: null })
  const inventory = createInventory({ connect, publish: hub.publish, clock, log: silentLog })
  const queue = createOperationsQueue({
    publish: hub.publish,
    clock,
    log: silentLog,
    journal,
    newId: () => OperationId.parse(randomUUID()),
    readBack: inventory.fresh,
  })
  const hostKind = (): HyperVHost['kind'] => inventory.status().kind
  const records = keepRecords({ store, publish: hub.publish, hostKind, log: silentLog })
  hub.subscribe(records.follow)
  endUndoWhereWrong(hub, { inventory, queue })
  const { change, ...found } = createChanges({ inventory, queue, records, clock, by: 'anna' })
  const kept = keepSettings(settings, hub.publish, silentLog)
  const diagnose = createDiagnose({
    examine: () => Promise.resolve({ kind: 'other-system' }),
    inventory,
    history: createFailureHistory(clock),
    own: () => ownFacts({ about: exampleAbout, settings: kept, records, journal, desktop: null }),
    clock,
  })
  const dispatch = createDispatcher(
    createHandlers({
      inventory,
      queue,
      change,
      records,
      diagnose,
      settings: kept,
      desktop: null,
      publish: hub.publish,
      about: exampleAbout,
      clock,
      session: SessionNonce.parse(randomBytes(32).toString('hex')),
    }),
    silentLog,
    clock,
  )
  recoverWhenConnected(hub, journal.leftBehind, { inventory, queue, ...found })
  return {
    hub,
    inventory,
    dispatch,
    close: () => {
      inventory.close()
      queue.close()
    },
  }
}
