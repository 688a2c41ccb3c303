import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { HostFacts } from '../../electron/core/diagnosis-facts.ts'
import { examinePowerShellHost } from '../../electron/hyperv/powershell/examine.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { standInModules } from '../stand-in/open-stand-in-host.ts'
import { startStandInServer } from '../stand-in/start-server.ts'
import { canConstrain, constrained } from '../support/constrained-pwsh.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { silentLog } from '../support/silent-log.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

describe.skipIf(powershell === null)(`Hyper-V, looked at for a diagnosis${reason}`, () => {
  it('tells all it can where nothing is in the way', async () => {
    expect(await examine({})).toEqual({
      kind: 'answered',
      file: powershell,
      description: expect.stringMatching(/^PowerShell 7\./) as unknown,
      is32Bit: false,
      languageMode: 'FullLanguage',
      module: { version: '2.0.0.0', isLoaded: true },
      feature: null,
      service: 'Running',
      rights: null,
      isInGroup: null,
      cim: 'answers',
      problem: null,
    })
  })

  it.each([
    ['is stopped', 'Stopped', 'service-stopped'],
    ['is missing', 'Missing', 'module-missing'],
  ] as const)('says that the service %s', async (_what, service, code) => {
    expect(await examine({ environment: { SAVEPOINT_STAND_IN_SERVICE: service } })).toMatchObject({
      service,
      problem: { code },
    })
  })

  it('says that the account is denied', async () => {
    expect(await examine({ environment: { SAVEPOINT_STAND_IN_RIGHTS: 'denied' } })).toMatchObject({
      service: 'Running',
      problem: { code: 'access-denied' },
    })
  })

  it('says that the module is missing', async () => {
    expect(await examine({ modulePath: await emptyFolder() })).toMatchObject({
      module: 'missing',
      problem: { code: 'module-missing' },
    })
  })

  it('says that PowerShell is missing, and where it was looked for', async () => {
    expect(await examine({ powershell: '/nowhere/pwsh' })).toMatchObject({
      kind: 'no-powershell',
      failure: { code: 'powershell-missing', message: expect.stringContaining('/nowhere/pwsh') as unknown },
    })
  })

  it('says that what was named as PowerShell does not answer', async () => {
    expect(await examine({ powershell: '/bin/false' })).toMatchObject({
      kind: 'no-answer',
      file: '/bin/false',
      failure: { code: 'host-lost' },
    })
  })

  it.skipIf(!canConstrain)('finds out the same in Constrained Language Mode', async () => {
    expect(await examine(constrained)).toMatchObject({
      languageMode: 'ConstrainedLanguage',
      module: { version: '2.0.0.0', isLoaded: true },
      service: 'Running',
      cim: 'answers',
      problem: null,
    })
  })

  it.skipIf(!canConstrain)('says that Constrained Language Mode keeps the module out', async () => {
    expect(await examine({ ...constrained, modulePath: await emptyFolder() })).toMatchObject({
      languageMode: 'ConstrainedLanguage',
      module: 'missing',
      problem: { code: 'language-mode' },
    })
  })
})

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'savepoint-no-modules-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

async function examine(options: {
  readonly powershell?: string
  readonly modulePath?: string
  readonly environment?: NodeJS.ProcessEnv
}): Promise<HostFacts> {
  const simulation = createSimulation({ lab: createLab(systemClock.now()), clock: systemClock, pace: 0.01 })
  const server = await startStandInServer(simulation)
  onTestFinished(async () => {
    simulation.stop()
    await server.close()
  })
  return examinePowerShellHost({
    clock: systemClock,
    log: silentLog,
    powershell: options.powershell ?? powershell ?? '',
    modulePath: options.modulePath ?? standInModules,
    environment: { ...process.env, ...options.environment, SAVEPOINT_STAND_IN_URL: server.url },
  })
}
