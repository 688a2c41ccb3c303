import fc from 'fast-check'
import type { Clock } from '../../electron/core/ports.ts'
import { createRestarts } from '../../electron/hyperv/powershell/restarts.ts'
import { createSession, type Session } from '../../electron/hyperv/powershell/session.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { benchEnvironment, benchShell } from '../bench/peers/bench-child.ts'
import { processesOn } from '../e2e/processes-on.ts'
import { silentLog } from '../support/silent-log.ts'
import type { SoakCase } from './soak-case.ts'

const moments = ['at rest', 'when asked', 'when more is asked'] as const

/** PowerShell is killed from one moment to the next, and has to answer again; at which moment, chance decides. */
export const restarts: SoakCase = {
  name: 'restarts',
  title: 'times that PowerShell was killed and answered again',
  warmUp: 10,
  open: async ({ data, seed }) => {
    const chosen = fc.sample(fc.constantFrom(...moments), { seed, numRuns: 1_000 })
    const hurry = createRestarts(clockInAHurry, Math.random)
    const session = createSession({
      file: benchShell,
      environment: { ...benchEnvironment('lines'), SAVEPOINT_DATA: data },
      clock: systemClock,
      log: silentLog,
      restarts: hurry,
    })
    await session.hello()
    return {
      close: session.close,
      step: async (index) => {
        await killed(session, data, chosen[index % chosen.length] ?? 'at rest')
        // That it was lost again and again is told elsewhere; here it is lost for as long as anybody wants.
        hurry.startAnew()
        await session.run('read-vm', { index })
      },
    }
  },
}

async function killed(session: Session, data: string, moment: (typeof moments)[number]): Promise<void> {
  const [pid, another] = await processesOn(data)
  if (pid === undefined || another !== undefined) throw new Error('There is not one PowerShell.')
  const asked = moments.indexOf(moment)
  const answers = Array.from({ length: asked }, () => session.run('read-vm', { moment }))
  process.kill(Number(pid), 'SIGKILL')
  // What only reads is asked once more, so that everybody is answered.
  await Promise.all(answers)
}

/** Nobody really waits. */
const clockInAHurry: Clock = {
  ...systemClock,
  after: (_milliseconds, callback) => {
    const soon = setImmediate(callback)
    return () => {
      clearImmediate(soon)
    }
  },
}
