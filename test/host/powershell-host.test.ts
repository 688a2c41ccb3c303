import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, it } from 'vitest'
import { FolderPath } from '#contract/inputs'
import { findPowerShell } from '../../electron/hyperv/powershell/find-powershell.ts'
import { createPowerShellHost } from '../../electron/hyperv/powershell/host.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { startStandInServer } from '../stand-in/start-server.ts'
import { createHostLab } from '../support/host-lab.ts'
import { silentLog } from '../support/silent-log.ts'
import { describeHyperVHost, type OpenedHost } from './hyperv-host.suite.ts'

const powershell = await findPowerShell(process.env.SAVEPOINT_PWSH)

if (powershell === null) {
  describe.skip('The PowerShell host: skipped, because there is no PowerShell 7 on the PATH and SAVEPOINT_PWSH names none', () => {
    it('does what every host must do', () => undefined)
  })
} else {
  describeHyperVHost('The PowerShell host', () => open(powershell))
}

/** The project's own scripts in a real PowerShell, over the stand-in module and the simulation behind it. */
async function open(file: string): Promise<OpenedHost> {
  const lab = createHostLab(systemClock.now())
  const simulation = createSimulation({ lab: lab.vms, clock: systemClock, pace: 0.01 })
  const server = await startStandInServer(simulation)
  const folder = await mkdtemp(join(tmpdir(), 'savepoint-export-'))
  const host = createPowerShellHost({
    clock: systemClock,
    log: silentLog,
    powershell: file,
    modulePath: fileURLToPath(new URL('../stand-in', import.meta.url)),
    environment: { ...process.env, SAVEPOINT_STAND_IN_URL: server.url },
  })
  return {
    host,
    lab,
    exportFolder: FolderPath.parse(folder),
    close: async () => {
      await host.close()
      await server.close()
      simulation.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
