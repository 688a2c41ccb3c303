import type { HyperVHost } from '../../electron/core/ports.ts'
import { createPowerShellHost } from '../../electron/hyperv/powershell/host.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { silentLog } from '../support/silent-log.ts'
import type { SimulatedMachine } from '../support/simulated-machine.ts'
import { standInModules } from './open-stand-in-host.ts'
import { simulationOfMany } from './simulation-of-many.ts'
import { startStandInServer } from './start-server.ts'

export interface HostOfMany {
  readonly host: HyperVHost
  /** From now on the host has these machines and no others, over the same processes. */
  readonly have: (machines: readonly SimulatedMachine[]) => void
  readonly close: () => Promise<void>
}

/** A real PowerShell over machines whose time stands still while nothing is asked of them. */
export async function openHostOfMany(powershell: string): Promise<HostOfMany> {
  let machines: readonly SimulatedMachine[] = []
  const base = createSimulation({ lab: [], clock: systemClock })
  const server = await startStandInServer(simulationOfMany(base, () => machines))
  const host = createPowerShellHost({
    clock: systemClock,
    log: silentLog,
    powershell,
    modulePath: standInModules,
    environment: { ...process.env, SAVEPOINT_STAND_IN_URL: server.url },
  })
  await host.connect()
  return {
    host,
    have: (others) => {
      machines = others
    },
    close: async () => {
      await host.close()
      await server.close()
      base.stop()
    },
  }
}
