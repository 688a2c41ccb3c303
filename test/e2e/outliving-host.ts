import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import type { SimulatedVm, Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { startStandInServer } from '../stand-in/start-server.ts'
import { processesOn } from './processes-on.ts'
import { type RunningApp, startApp } from './running-app.ts'

interface Options {
  readonly lab: readonly SimulatedVm[]
  readonly powershell: string
  /** How slow the simulation is; 1 is lifelike. */
  readonly pace?: number
  /** What the apps get to see of it. */
  readonly seenAs?: (simulation: Simulation) => Simulation
}

export interface OutlivingHost {
  readonly simulation: Simulation
  /** Starts the app on it; all starts share one folder of data. */
  readonly start: () => Promise<RunningApp>
  /** Ends the app itself from one moment to the next, as the Task Manager would. */
  readonly kill: (app: RunningApp) => Promise<void>
  /** What runs of those starts: the app, its PowerShell, and whoever started them. */
  readonly processes: () => Promise<readonly string[]>
}

/** A simulated host that outlives the app, as Hyper-V does, until the test is over. */
export async function openOutlivingHost(options: Options): Promise<OutlivingHost> {
  const { lab, powershell, pace = 1, seenAs = unchanged } = options
  const simulation = createSimulation({ lab, clock: systemClock, pace })
  const server = await startStandInServer(seenAs(simulation))
  const data = await temporaryFolder('data')
  onTestFinished(async () => {
    await server.close()
    simulation.stop()
  })
  return {
    simulation,
    start: async () => {
      const app = await startApp(['--powershell', powershell, '--module-path', 'test/stand-in'], {
        SAVEPOINT_STAND_IN_URL: server.url,
        SAVEPOINT_DATA: data,
      })
      onTestFinished(() => void app.stop())
      return app
    },
    kill: async (app) => {
      process.kill(await pidOf(app, await processesOn(data)), 'SIGKILL')
      await app.stop()
    },
    processes: () => processesOn(data),
  }
}

export async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `savepoint-${name}-`))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

function unchanged(simulation: Simulation): Simulation {
  return simulation
}

/** The process of the app itself, which `npm start` started. */
async function pidOf({ process: starter }: RunningApp, pids: readonly string[]): Promise<number> {
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    if (status.includes(`PPid:\t${String(starter.pid)}\n`)) return Number(pid)
  }
  throw new Error('The app does not run.')
}
