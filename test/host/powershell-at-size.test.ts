import { describe, expect, it } from 'vitest'
import { createInventory, type Inventory } from '../../electron/core/inventory.ts'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { hostReading } from '../../electron/hyperv/powershell/host-reading.ts'
import type { Session } from '../../electron/hyperv/powershell/session.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { openStandInSession } from '../stand-in/open-stand-in-session.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { labAtSize, mostCheckpoints, mostVms } from '../support/lab-at-size.ts'
import { silentLog } from '../support/silent-log.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

describe.skipIf(powershell === null)(`The largest host there can be${reason}`, () => {
  it('is shown row by row while it is read, and costs a line when it is read again', async () => {
    const lab = labAtSize(systemClock.now())
    const { session, simulation } = await openStandInSession(powershell ?? '', lab)
    const lines: unknown[] = []
    const { inventory, published } = inventoryOver(notingLines(session, lines), simulation)
    const seen = numberOfRowsInTheTurnAfterTheFirst(inventory, published)

    await inventory.refresh()
    expect(inventory.status().problem).toBeNull()
    expect(inventory.vms().length).toBe(mostVms)
    expect(inventory.vms().every((vm) => vm.checkpoints.length === mostCheckpoints)).toBe(true)
    expect(published.changed).toBe(mostVms)
    // The window had its turn while PowerShell was still telling the rest.
    expect(await seen).toBeLessThan(mostVms / 2)

    lines.length = 0
    await inventory.refresh()
    expect([lines.length, published.changed]).toEqual([0, mostVms])

    await simulation.changeSettings(lab[700]!.id, { notes: 'Changed by somebody' })
    await inventory.refresh()
    expect([lines.length, published.changed]).toEqual([1, mostVms + 1])
    expect(inventory.vms()[700]?.notes).toBe('Changed by somebody')
  }, 120_000)
})

interface Published {
  changed: number
  onFirst: () => void
}

function inventoryOver(
  session: Session,
  simulation: Parameters<typeof createSimulatedHost>[0],
): { readonly inventory: Inventory; readonly published: Published } {
  const published: Published = { changed: 0, onFirst: () => undefined }
  const { readAll, readVm } = hostReading(() => session, systemClock)
  const host: HyperVHost = { ...createSimulatedHost(simulation, systemClock), readAll, readVm }
  const inventory = createInventory({
    connect: () => Promise.resolve({ host, name: 'HV-LAB', description: '', demoReason: null }),
    publish: (name) => {
      if (name !== 'vm.changed') return
      published.changed += 1
      if (published.changed === 1) published.onFirst()
    },
    clock: systemClock,
    log: silentLog,
  })
  return { inventory, published }
}

/** Every part of every answer, as it comes. */
function notingLines(session: Session, lines: unknown[]): Session {
  return {
    ...session,
    run: (verb, parameters, onProgress, onPart) =>
      session.run(verb, parameters, onProgress, (part) => {
        lines.push(part)
        onPart?.(part)
      }),
  }
}

function numberOfRowsInTheTurnAfterTheFirst(inventory: Inventory, published: Published): Promise<number> {
  return new Promise((resolve) => {
    published.onFirst = () => {
      setImmediate(() => {
        resolve(inventory.vms().length)
      })
    }
  })
}
