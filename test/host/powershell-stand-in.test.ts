import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cleanEnvironment } from '../../electron/hyperv/powershell/clean-environment.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { standInModules } from '../stand-in/open-stand-in-host.ts'
import { startStandInServer, type StandInServer } from '../stand-in/start-server.ts'
import { findPwsh } from '../support/find-pwsh.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''
const run = promisify(execFile)

describe.skipIf(powershell === null)(`The stand-in module${reason}`, () => {
  let simulation: Simulation
  let server: StandInServer
  beforeAll(async () => {
    simulation = createSimulation({ lab: createLab(systemClock.now()), clock: systemClock, pace: 0.01 })
    server = await startStandInServer(simulation)
  })
  afterAll(async () => {
    simulation.stop()
    await server.close()
  })

  /** What the script puts out, line by line. */
  const linesOf = async (script: string): Promise<readonly string[]> => {
    const { stdout } = await run(
      powershell ?? '',
      ['-NoProfile', '-NonInteractive', '-Command', usingModules(script)],
      {
        env: { ...cleanEnvironment(process.env, undefined), SAVEPOINT_STAND_IN_URL: server.url },
      },
    )
    return stdout.trim().split(/\r?\n/)
  }
  /** The full ids of the errors that the statements end with, and their categories. */
  const errorsOf = async (statements: readonly string[]): Promise<readonly string[]> =>
    linesOf(
      statements
        .map(
          (each) =>
            `try { ${each}; 'no error' } catch { "$($_.FullyQualifiedErrorId) $($_.CategoryInfo.Category)" }`,
        )
        .join('\n'),
    )

  it('reports errors as Hyper-V does, to the letter of their ids', async () => {
    const unknown = '00000000-dead-4bad-8000-00000000beef'
    expect(
      await errorsOf([
        'Get-VM -Name nope -ErrorAction Stop',
        'Get-VM -Name nope* -ErrorAction Stop',
        `Get-VM -Id ${unknown} -ErrorAction Stop`,
        `Get-VMSnapshot -Id ${unknown} -ErrorAction Stop`,
        'Checkpoint-VM -Name nope -ErrorAction Stop',
        'Checkpoint-VM -Name DC01 -AsJob -Passthru -ErrorAction Stop',
        'Suspend-VM -Name BUILD-AGENT -ErrorAction Stop',
        'Get-VMSnapshot -VMName DC01 -VM (Get-VM DC01) -ErrorAction Stop',
        'Restore-VMSnapshot -Name * -VMName WIN11-TEST -Confirm:$false -ErrorAction Stop',
        'Restore-VMSnapshot -VMSnapshot (Get-VMSnapshot WIN11-TEST)[0] -ErrorAction Stop',
        'Restore-VMSnapshot -VMSnapshot (Get-VM DC01) -Confirm:$false -ErrorAction Stop',
      ]),
    ).toEqual([
      'InvalidParameter,Microsoft.HyperV.PowerShell.Commands.GetVM InvalidArgument',
      'no error',
      'ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.GetVM ObjectNotFound',
      'ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.GetVMSnapshot ObjectNotFound',
      'ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.CheckpointVM ObjectNotFound',
      'InvalidParameter,Microsoft.HyperV.PowerShell.Commands.CheckpointVM InvalidArgument',
      'InvalidState,Microsoft.HyperV.PowerShell.Commands.SuspendVM InvalidOperation',
      'AmbiguousParameterSet,Get-VMSnapshot InvalidArgument',
      'InvalidParameter,Microsoft.HyperV.PowerShell.Commands.RestoreVMSnapshot InvalidArgument',
      'PSInvalidOperationException,Restore-VMSnapshot NotSpecified',
      'MismatchedPSTypeName,Restore-VMSnapshot InvalidArgument',
    ])
  })

  it('binds parameters as Hyper-V does: another computer only by name, an object only of its type', async () => {
    expect(
      await errorsOf([
        'Get-VM DC01 -ComputerName localhost -ErrorAction Stop | Out-Null',
        'Get-VM DC01 -ComputerName elsewhere -ErrorAction Stop',
        'Start-VM DC01 -ComputerName . -WarningAction SilentlyContinue -ErrorAction Stop',
        'Start-VM -VM (Get-VM DC01) -ComputerName . -ErrorAction Stop',
        'Rename-VMSnapshot -VMSnapshot (Get-VMSnapshot WIN11-TEST)[0] -NewName x -CimSession 1 -ErrorAction Stop',
        'Rename-VMSnapshot -VMSnapshot (Get-VMSnapshot WIN11-TEST)[0] -NewName x -AsJob -ErrorAction Stop',
        'Checkpoint-VM -VM DC01 -ErrorAction Stop',
        'Checkpoint-VM DC01 -CheckpointType Standard -ErrorAction Stop',
        'Set-VM DC01 -CheckpointType Sometimes -ErrorAction Stop',
        'Get-VMSnapshot DC01 -SnapshotType Standard -Name nope -ErrorAction Stop',
        'Get-VMSnapshot BUILD-AGENT -ErrorAction Stop',
        'Get-VMMemory -VM (Get-VM DC01) -VMSnapshot (Get-VMSnapshot WIN11-TEST)[0] -ErrorAction Stop',
        'Get-VMProcessor -VMSnapshot (Get-VM DC01) -ErrorAction Stop',
        'Get-VMNetworkAdapter -VMSnapshot (Get-VMSnapshot WIN11-TEST)[0] -IsLegacy $true -ErrorAction Stop',
        'Get-VMHardDiskDrive nope -ErrorAction Stop',
        "Get-VHD 'D:\\Nowhere.vhdx' -ErrorAction Stop",
      ]),
    ).toEqual([
      'no error',
      'InvalidParameter,Microsoft.HyperV.PowerShell.Commands.GetVM InvalidArgument',
      'no error',
      'AmbiguousParameterSet,Start-VM InvalidArgument',
      'AmbiguousParameterSet,Rename-VMSnapshot InvalidArgument',
      'NamedParameterNotFound,Rename-VMSnapshot InvalidArgument',
      'MismatchedPSTypeName,Checkpoint-VM InvalidArgument',
      'NamedParameterNotFound,Checkpoint-VM InvalidArgument',
      'ParameterArgumentTransformationError,Set-VM InvalidData',
      'ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.GetVMSnapshot ObjectNotFound',
      'no error',
      'AmbiguousParameterSet,Get-VMMemory InvalidArgument',
      'MismatchedPSTypeName,Get-VMProcessor InvalidArgument',
      'AmbiguousParameterSet,Get-VMNetworkAdapter InvalidArgument',
      'ObjectNotFound,Microsoft.HyperV.PowerShell.Commands.GetVMHardDiskDrive ObjectNotFound',
      'FileNotFound,Microsoft.HyperV.PowerShell.Commands.GetVHD ObjectNotFound',
    ])
  })

  it('takes names for patterns without regard to case, and hands out objects of the real types', async () => {
    expect(
      await linesOf(`
        (Get-VM -Name dc0?).Name
        (Get-VM -Name dc01).PSTypeNames[0]
        (Get-VMCheckpoint win11-test)[0].PSTypeNames[0]
        (Get-VM -Name MAIL01).State
        [int](Get-VM -Name MAIL01).State
        (Get-VM dc01).Id.GetType().Name
        (Get-Command Restore-VMSnapshot).ScriptBlock.Attributes.ConfirmImpact
      `),
    ).toEqual([
      'DC01',
      'Microsoft.HyperV.PowerShell.VirtualMachine',
      'Microsoft.HyperV.PowerShell.VMSnapshot',
      'PausedCritical',
      '32789',
      'Guid',
      'High',
    ])
  })

  it('gives all PowerShell processes of one app one simulated host, which ends with the app', async () => {
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', appOfThreeShells], {
      env: {
        ...cleanEnvironment(process.env, undefined),
        SAVEPOINT_STAND_IN_URL: '',
        SAVEPOINT_STAND_IN_PACE: '0.01',
        SHELL_FILE: powershell ?? '',
        SCRIPTS: JSON.stringify([
          usingModules('(Checkpoint-VM BUILD-AGENT -SnapshotName "By $PID" -Passthru).Name'),
          usingModules('(Checkpoint-VM WEB01 -SnapshotName "By $PID" -Passthru).Name'),
          usingModules('(Get-VMSnapshot BUILD-AGENT, WEB01 -Name "By *").Name'),
        ]),
      },
    })
    const { app, taken, listed } = JSON.parse(stdout) as Record<'app' | 'taken' | 'listed', unknown>
    expect(taken).toEqual([expect.stringMatching(/^By \d+$/), expect.stringMatching(/^By \d+$/)])
    expect(listed).toEqual(taken)
    await vi.waitUntil(() => !existsSync(join(tmpdir(), `savepoint-stand-in-${String(app)}`)), {
      timeout: 10_000,
    })
  })
})

/** Two shells that take a checkpoint each at the same time, and then a third one that lists them. */
const appOfThreeShells = `
  import { execFile } from 'node:child_process'
  import { promisify } from 'node:util'
  const shell = async (script) => {
    const options = ['-NoProfile', '-NonInteractive', '-Command', script]
    const { stdout } = await promisify(execFile)(process.env.SHELL_FILE, options)
    return stdout.trim().split('\\n')
  }
  const [one, other, list] = JSON.parse(process.env.SCRIPTS)
  const taken = (await Promise.all([shell(one), shell(other)])).flat().sort()
  console.log(JSON.stringify({ app: process.pid, taken, listed: (await shell(list)).sort() }))
`

function usingModules(script: string): string {
  return `$env:PSModulePath = '${standInModules}${delimiter}' + $env:PSModulePath\n${script}`
}
