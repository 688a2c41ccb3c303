import { join } from 'node:path'
import { systemClock } from '../../../electron/storage/system-clock.ts'
import { connectionOptions } from '../../../electron/hyperv/powershell/connection-options.ts'
import { createSession, type Session } from '../../../electron/hyperv/powershell/session.ts'
import { createSimulation } from '../../../electron/hyperv/simulated/create-simulation.ts'
import { createLab } from '../../../electron/hyperv/simulated/lab.ts'
import { startStandInServer } from '../../stand-in/start-server.ts'
import { findPwsh } from '../../support/find-pwsh.ts'
import { silentLog } from '../../support/silent-log.ts'
import type { BenchCase, BenchSettings, CaseResult } from '../bench-case.ts'
import { durationOf } from '../duration-of.ts'
import { runRounds } from '../rounds.ts'
import { rowsOf } from '../rows-of.ts'

/** The project's own scripts in a real PowerShell, where there is one. What Hyper-V itself takes is not in it. */
export const realPowerShell: BenchCase = {
  name: 'real-powershell',
  title: 'The list of the demo’s lab by a real PowerShell over the stand-in module',
  run: async (settings) => {
    const powershell = findPwsh()
    return powershell === null
      ? { ...heading(), rows: [], goals: [], remarks: ['Not measured: no PowerShell 7 on the PATH.'] }
      : measured(powershell, settings)
  },
}

function heading(): Pick<CaseResult, 'name' | 'title'> {
  return { name: realPowerShell.name, title: realPowerShell.title }
}

async function measured(powershell: string, settings: BenchSettings): Promise<CaseResult> {
  const simulation = createSimulation({ lab: createLab(systemClock.now()), clock: systemClock, pace: 1 })
  const server = await startStandInServer(simulation)
  const options = await connectionOptions({
    clock: systemClock,
    log: silentLog,
    powershell,
    modulePath: join(process.cwd(), 'test/stand-in'),
    environment: { ...process.env, SAVEPOINT_STAND_IN_URL: server.url },
  })
  const session = createSession(options)
  const list = (parameters: { readonly afresh?: true }) => () => timedList(session, parameters)
  const took = await runRounds(
    {
      'everything, by the session': list({ afresh: true }),
      'unchanged, by the session': list({}),
      'a process for each list': async () => {
        const fresh = createSession(options)
        const time = await timedList(fresh, {})
        await fresh.close()
        return time
      },
    },
    settings,
  )
  await session.close()
  await server.close()
  simulation.stop()
  return {
    ...heading(),
    rows: rowsOf(
      took,
      ['everything, by the session', 'unchanged, by the session', 'a process for each list'],
      { time: 'ms', 'on the wire': 'B' },
    ),
    goals: [],
    remarks: [
      'The stand-in asks a simulation over HTTP, so this shows what a process costs and what is sent, not how fast Hyper-V is.',
    ],
  }
}

/** Of the bytes only what is told of the machines; the mark of each line is left out. */
async function timedList(
  session: Session,
  parameters: { readonly afresh?: true },
): Promise<Readonly<Record<'time' | 'on the wire', number>>> {
  let bytes = 0
  const time = await durationOf(async () => {
    const { value } = await session.run('list', parameters, undefined, (part) => {
      bytes += JSON.stringify(part).length
    })
    bytes += JSON.stringify(value).length
  })
  return { time, 'on the wire': bytes }
}
