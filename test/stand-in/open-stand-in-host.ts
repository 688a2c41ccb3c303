import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FolderPath } from '#contract/inputs'
import { createPowerShellHost } from '../../electron/hyperv/powershell/host.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import type { Faults } from '../../electron/hyperv/simulated/faults.ts'
import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import type { OpenedHost } from '../host/hyperv-host.suite.ts'
import { createHostLab, type HostLab } from '../support/host-lab.ts'
import { silentLog } from '../support/silent-log.ts'
import { startStandInServer, type StandInServer } from './start-server.ts'

export interface StandInOptions {
  readonly powershell: string
  /** The demo's machines and those to work on, where nothing else is said. */
  readonly lab?: HostLab
  /** Variables for the stand-in module, beside where it finds the simulation. */
  readonly environment?: NodeJS.ProcessEnv
  readonly modulePath?: string
  readonly culture?: Simulation['culture']
  /** What the simulation is to refuse. */
  readonly faults?: Faults
  /** How slow the simulation is; 1 is lifelike. */
  readonly pace?: number
}

/** With what stands behind it, so that a test can be another tool. */
export interface StandInHost extends OpenedHost {
  readonly simulation: Simulation
  readonly server: StandInServer
}

export const standInModules = fileURLToPath(new URL('.', import.meta.url))

/** The project's own scripts in a real PowerShell, over the stand-in module and a simulation behind it. */
export async function openStandInHost(options: StandInOptions): Promise<StandInHost> {
  const { lab = createHostLab(systemClock.now()), culture, faults, pace = 0.01 } = options
  const simulation = createSimulation({ lab: lab.vms, clock: systemClock, pace, culture, faults })
  const server = await startStandInServer(simulation)
  const folder = await mkdtemp(join(tmpdir(), 'savepoint-export-'))
  const host = createPowerShellHost({
    clock: systemClock,
    log: silentLog,
    powershell: options.powershell,
    modulePath: options.modulePath ?? standInModules,
    environment: { ...process.env, ...options.environment, SAVEPOINT_STAND_IN_URL: server.url },
  })
  return {
    host,
    lab,
    simulation,
    server,
    exportFolder: FolderPath.parse(folder),
    close: async () => {
      await host.close()
      await server.close()
      simulation.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
