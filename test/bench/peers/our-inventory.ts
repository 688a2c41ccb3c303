import type { Publish } from '#contract/events'
import { createInventory, type Inventory } from '../../../electron/core/inventory.ts'
import type { Clock } from '../../../electron/core/ports.ts'
import { createPowerShellHost } from '../../../electron/hyperv/powershell/host.ts'
import { systemClock } from '../../../electron/storage/system-clock.ts'
import { silentLog } from '../../support/silent-log.ts'
import { benchEnvironment, benchShell, type ChildSettings } from './bench-child.ts'

export interface OurInventory {
  readonly inventory: Inventory
  /** So many milliseconds later, without waiting for them. */
  readonly skip: (milliseconds: number) => void
  readonly close: () => Promise<void>
}

/** The product's own list of a host, from the process to what is published. PowerShell runs, and was asked for nothing yet. */
export async function openOurInventory(settings: ChildSettings, publish: Publish): Promise<OurInventory> {
  let skipped = 0
  const clock: Clock = { ...systemClock, monotonic: () => systemClock.monotonic() + skipped }
  const host = createPowerShellHost({
    clock,
    log: silentLog,
    powershell: benchShell,
    environment: benchEnvironment('lines', settings),
  })
  // What is measured is asked for; a poll of its own in between would be measured with it.
  const unwatched = { ...host, watch: () => () => undefined }
  const greeting = await host.connect()
  const inventory = createInventory({
    connect: () => Promise.resolve({ host: unwatched, ...greeting, demoReason: null }),
    publish,
    clock,
    log: silentLog,
  })
  return {
    inventory,
    skip: (milliseconds) => {
      skipped += milliseconds
    },
    close: async () => {
      inventory.close()
      await host.close()
    },
  }
}
