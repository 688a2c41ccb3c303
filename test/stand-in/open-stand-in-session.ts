import { onTestFinished } from 'vitest'
import { connectionOptions } from '../../electron/hyperv/powershell/connection-options.ts'
import { createSession, type Session } from '../../electron/hyperv/powershell/session.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import type { SimulatedVm, Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { silentLog } from '../support/silent-log.ts'
import { standInModules } from './open-stand-in-host.ts'
import { startStandInServer, type StandInServer } from './start-server.ts'

export interface StandInSession {
  readonly simulation: Simulation
  readonly server: StandInServer
  readonly session: Session
}

/** One session of a real PowerShell over the stand-in module, so that a test sees each line of an answer. */
export async function openStandInSession(
  powershell: string,
  lab: readonly SimulatedVm[],
  environment: NodeJS.ProcessEnv = {},
  modulePath: string = standInModules,
): Promise<StandInSession> {
  const simulation = createSimulation({ lab, clock: systemClock, pace: 0.01 })
  const server = await startStandInServer(simulation)
  const options = await connectionOptions({
    clock: systemClock,
    log: silentLog,
    powershell,
    modulePath,
    environment: { ...process.env, ...environment, SAVEPOINT_STAND_IN_URL: server.url },
  })
  const session = createSession(options)
  onTestFinished(async () => {
    await session.close()
    await server.close()
    simulation.stop()
  })
  return { simulation, server, session }
}
