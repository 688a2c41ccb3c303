import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Vm, VmId } from '#contract/model'
import { AppError } from '#contract/errors'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { checkHost } from '../hyper-v/check-host.ts'
import { openStandInHost } from '../stand-in/open-stand-in-host.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { createHostLab, type HostLab } from '../support/host-lab.ts'

const powershell = findPwsh()

function openSimulatedHost(): { readonly host: HyperVHost; readonly lab: HostLab } {
  const lab = createHostLab(systemClock.now())
  const simulation = createSimulation({ lab: lab.vms, clock: systemClock, pace: 0.001 })
  const host = createSimulatedHost(simulation, systemClock)
  onTestFinished(host.close)
  return { host, lab }
}

async function machine(host: HyperVHost, vmId: VmId): Promise<Vm> {
  return (await host.readVm(vmId))!
}

/** What became of the steps, by their first character. */
function marks(said: readonly string[]): string {
  return said
    .map((line) => line[0])
    .filter((mark) => mark === '✓' || mark === '✗')
    .join('')
}

describe('The check of a real host, on the simulated one', () => {
  it.each(['running', 'standard', 'withoutBackupService', 'off', 'saved', 'paused'] as const)(
    'goes well on a machine that is %s, and leaves no checkpoint',
    async (kind) => {
      const { host, lab } = openSimulatedHost()
      const vm = lab.spare(kind)[0]!
      const said: string[] = []
      expect(await checkHost(host, { vm, hasOwnCheckpoints: false }, (line) => said.push(line))).toBe(true)
      expect([marks(said), (await machine(host, vm)).checkpoints]).toEqual(['✓'.repeat(12), []])
    },
  )

  it('leaves checkpoints that were there as they were', async () => {
    const { host, lab } = openSimulatedHost()
    await host.connect()
    const before = await machine(host, lab.role.tester)
    expect(before.checkpoints.length).toBeGreaterThan(0)
    const options = { vm: before.id, hasOwnCheckpoints: true }
    expect(await checkHost(host, options, () => undefined)).toBe(true)
    const { checkpoints, parentCheckpointId } = await machine(host, before.id)
    expect({ checkpoints, parentCheckpointId }).toEqual({
      checkpoints: before.checkpoints,
      parentCheckpointId: before.parentCheckpointId,
    })
  })

  it('deletes what it took where a step fails', async () => {
    const { host, lab } = openSimulatedHost()
    const failing: HyperVHost = {
      ...host,
      applyCheckpoint: () => Promise.reject(new AppError('operation-failed', 'Not today.')),
    }
    const vm = lab.spare('off')[0]!
    const said: string[] = []
    expect(await checkHost(failing, { vm, hasOwnCheckpoints: false }, (line) => said.push(line))).toBe(false)
    expect(said.slice(-2)).toEqual([
      '✗ The first can be applied: Not today.',
      expect.stringMatching(/^✓ What was taken is deleted again: /),
    ])
    expect((await machine(host, vm)).checkpoints).toEqual([])
  })

  it('names a checkpoint whose answer got lost, and does not delete what it does not know for its own', async () => {
    const { host, lab } = openSimulatedHost()
    const losing: HyperVHost = {
      ...host,
      createCheckpoint: async (request, onProgress) => {
        await host.createCheckpoint(request, onProgress)
        throw new AppError('outcome-unknown', 'The answer got lost.')
      },
    }
    const vm = lab.spare('off')[0]!
    const said: string[] = []
    expect(await checkHost(losing, { vm, hasOwnCheckpoints: false }, (line) => said.push(line))).toBe(false)
    const [left] = (await machine(host, vm)).checkpoints
    expect(said.at(-1)).toContain(`to be deleted by hand: “${left!.name}”, ${left!.id}`)
  })

  it('finds out where a checkpoint is not what was said before', async () => {
    const { host, lab } = openSimulatedHost()
    const claiming: HyperVHost = {
      ...host,
      readReadiness: async (vmId) => ({ ...(await host.readReadiness(vmId)), backupService: 'ok' }),
    }
    const said: string[] = []
    const options = { vm: lab.spare('withoutBackupService')[0]!, hasOwnCheckpoints: false }
    expect(await checkHost(claiming, options, (line) => said.push(line))).toBe(false)
    expect(said).toContain(
      '✗ A checkpoint is what was said before: “production” was said, and isSaved is true',
    )
  })
})

describe.skipIf(powershell === null)(
  `The check of a real host, through PowerShell${powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''}`,
  () => {
    it('goes well on a machine of the stand-in module, by the scripts of the app', async () => {
      const opened = await openStandInHost({ powershell: powershell ?? '' })
      onTestFinished(opened.close)
      const vm = opened.lab.spare('standard')[0]!
      const said: string[] = []
      await checkHost(opened.host, { vm, hasOwnCheckpoints: false }, (line) => said.push(line))
      expect(said.slice(1).filter((line) => !line.startsWith('✓'))).toEqual([])
      expect((await machine(opened.host, vm)).checkpoints).toEqual([])
    }, 300_000)
  },
)

describe('npm run test:hyper-v', () => {
  it('ends with 2, having tried nothing, where nobody says that the machine is disposable', async () => {
    const script = fileURLToPath(new URL('../hyper-v/run.mjs', import.meta.url))
    const ended = await new Promise((resolve) => {
      execFile(process.execPath, [script, '--vm', 'DC01'], (error, stdout, stderr) => {
        resolve({ code: error?.code, stdout, stderr: stderr.split('\n')[0] })
      })
    })
    expect(ended).toEqual({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('Say that nothing on it is needed by --disposable.') as unknown,
    })
  })
})
