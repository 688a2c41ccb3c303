import { execFile } from 'node:child_process'
import { delimiter } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cleanEnvironment } from '../../electron/hyperv/powershell/clean-environment.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { standInModules } from '../stand-in/open-stand-in-host.ts'
import { startStandInServer, type StandInServer } from '../stand-in/start-server.ts'
import { findPwsh } from '../support/find-pwsh.ts'

const powershell = findPwsh()
const reason =
  powershell === null ? ' (skipped: no PowerShell 7 on the PATH, and SAVEPOINT_PWSH names none)' : ''

const remote = ['ComputerName[]', 'Credential[]', 'CimSession[]']
const byName = ['Name[]', 'VM[]', 'AsJob', 'Passthru', ...remote]
const ofMachineOrCheckpoint = ['VMName[]', 'VM[]', 'VMSnapshot', ...remote]
const bySnapshot = ['VMName', 'VMSnapshot', 'VM', 'Passthru', ...remote]

interface DescribedCmdlet {
  readonly impact: string
  /** An array by two brackets. */
  readonly parameters: readonly string[]
}

/** What Microsoft's documentation says of each cmdlet: when it asks, and its parameters. */
const cmdlets: Readonly<Record<string, DescribedCmdlet>> = {
  'Get-VM': reads('Name[]', 'Id', 'ClusterObject', ...remote),
  'Get-VMHost': reads(...remote),
  'Get-VMSnapshot': reads(
    ...['VMName[]', 'VM[]', 'Name', 'Id', 'ParentOf', 'ChildOf', 'SnapshotType'],
    ...remote,
  ),
  'Get-VMHardDiskDrive': reads(
    ...ofMachineOrCheckpoint,
    ...['VMDriveController[]', 'ControllerLocation', 'ControllerNumber', 'ControllerType'],
  ),
  'Get-VMNetworkAdapter': reads(
    ...ofMachineOrCheckpoint,
    ...['ManagementOS', 'All', 'Name', 'IsLegacy', 'SwitchName'],
  ),
  'Get-VMMemory': reads(...ofMachineOrCheckpoint),
  'Get-VMProcessor': reads(...ofMachineOrCheckpoint),
  'Get-VMIntegrationService': reads(...ofMachineOrCheckpoint, 'Name[]'),
  'Get-VMGpuPartitionAdapter': reads('VMName[]', 'VM[]', 'AdapterId', ...remote),
  'Get-VHD': reads('Path[]', 'DiskNumber', 'VMId[]', ...remote),
  'Checkpoint-VM': changes(...byName, 'SnapshotName'),
  'Restore-VMSnapshot': { impact: 'High', parameters: [...bySnapshot, 'Name', 'AsJob'] },
  'Rename-VMSnapshot': changes(...bySnapshot, 'Name', 'NewName'),
  'Remove-VMSnapshot': changes(
    ...['VMName[]', 'VM[]', 'VMSnapshot[]', 'Name[]', 'IncludeAllChildSnapshots', 'AsJob', 'Passthru'],
    ...remote,
  ),
  'Export-VMSnapshot': changes(
    ...['Name[]', 'Path', 'VMName[]', 'VM[]', 'VMSnapshot[]', 'AsJob', 'Passthru'],
    ...remote,
  ),
  'Set-VM': changes(
    ...byName.filter((each) => each !== 'AsJob'),
    ...['CheckpointType', 'SnapshotFileLocation', 'AutomaticCheckpointsEnabled', 'Notes'],
    'AllowUnverifiedPaths',
  ),
  'Enable-VMIntegrationService': changes(
    ...['Name[]', 'VMName[]', 'VM[]', 'VMIntegrationService[]', 'Passthru'],
    ...remote,
  ),
  'Start-VM': changes(...byName),
  'Stop-VM': changes(...byName, 'Save', 'TurnOff', 'Force'),
  'Save-VM': changes(...byName),
  'Suspend-VM': changes(...byName),
  'Resume-VM': changes(...byName),
}

/** Every member that the real objects have, so far as anything here hands it out. */
const members = {
  vm: 'AutomaticCheckpointsEnabled CheckpointFileLocation CheckpointType ComputerName ConfigurationLocation CPUUsage CreationTime Generation HardDrives Heartbeat Id IsClustered IsDeleted MemoryAssigned MemoryDemand MemoryStartup Name Notes OperationalStatus ParentCheckpointId ParentCheckpointName ParentSnapshotId ParentSnapshotName Path ReplicationMode SizeOfSystemFiles SnapshotFileLocation State Status Uptime Version VMId VMIntegrationService VMName',
  // Of its kind a checkpoint tells nothing more: neither CheckpointType nor UserSnapshotType.
  snapshot:
    'ComputerName CreationTime Generation HardDrives Id IsAutomaticCheckpoint IsClustered IsDeleted Name Notes ParentCheckpointId ParentCheckpointName ParentSnapshotId ParentSnapshotName Path SizeOfSystemFiles SnapshotType State Version VMId VMIntegrationService VMName',
  summary:
    'CreationTime ElementName EnabledState HealthState MemoryUsage Name Notes OperationalStatus OtherEnabledState ProcessorLoad ReplicationMode StatusDescriptions UpTime Version',
  settings:
    'AutomaticSnapshotsEnabled ConfigurationDataRoot ConfigurationFile CreationTime ElementName InstanceID IsAutomaticSnapshot IsSaved Notes Parent SnapshotDataRoot UserSnapshotType VirtualSystemIdentifier VirtualSystemSubType VirtualSystemType',
  drive:
    'ControllerLocation ControllerNumber ControllerType DiskNumber Name Path SupportPersistentReservations VMId VMName VMSnapshotId VMSnapshotName',
  adapter:
    'Connected DynamicMacAddressEnabled IPAddresses MacAddress Name SwitchName VMId VMName VMSnapshotId VMSnapshotName',
  memory: 'DynamicMemoryEnabled Maximum Minimum Startup VMId VMName VMSnapshotId VMSnapshotName',
  processor: 'Count VMId VMName VMSnapshotId VMSnapshotName',
  service:
    'ComputerName Enabled Id Name PrimaryOperationalStatus PrimaryStatusDescription SecondaryOperationalStatus StatusDescription VMId VMName VMSnapshotId VMSnapshotName',
  gpu: 'Id VMId VMName VMSnapshotId VMSnapshotName',
  allocation: 'HostResource InstanceID ResourceSubType',
  vssSettings: 'EnabledState InstanceID',
  vss: 'OperationalStatus SystemName',
  gpuSettings: 'InstanceID',
  volume: 'Capacity FreeSpace Name',
  event: 'Message Properties TimeCreated',
  disk: 'ComputerName FileSize ParentPath Path Size VhdFormat VhdType',
}

describe.skipIf(powershell === null)(`The stand-in module has nothing that Windows lacks${reason}`, () => {
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

  const answerOf = async (script: string): Promise<unknown> => {
    const modules = `$env:PSModulePath = '${standInModules}${delimiter}' + $env:PSModulePath`
    const { stdout } = await promisify(execFile)(
      powershell ?? '',
      ['-NoProfile', '-NonInteractive', '-Command', `${modules}\n${script}`],
      { env: { ...cleanEnvironment(process.env, undefined), SAVEPOINT_STAND_IN_URL: server.url } },
    )
    return JSON.parse(stdout) as unknown
  }

  it('among cmdlets, their parameters, and when they ask', async () => {
    const found = (await answerOf(describeCmdlets)) as typeof cmdlets
    expect(inOrder(found)).toEqual(inOrder(cmdlets))
  })

  it('among the members of its objects', async () => {
    await takeByFallback(simulation)
    const found = (await answerOf(describeObjects)) as Record<keyof typeof members, string>
    const sorted = (text: string): string => text.split(' ').sort().join(' ')
    const inOrderOfNames = (all: typeof found): unknown =>
      Object.fromEntries(Object.entries(all).map(([kind, names]) => [kind, sorted(names)]))
    expect(inOrderOfNames(found)).toEqual(inOrderOfNames(members))
  })

  it('among properties that can be asked for by CIM', async () => {
    expect(
      await answerOf(`
        try { Get-CimInstance -Namespace root/virtualization/v2 -Query 'SELECT Name, Kind FROM Msvm_SummaryInformation' }
        catch { ConvertTo-Json "$_" }
      `),
    ).toContain('Kind')
  })
})

/** So that the host's log says something. */
async function takeByFallback(simulation: Simulation): Promise<void> {
  simulation.setBackupService(labVmId.webServer, { status: 'NoContact' })
  await simulation.createCheckpoint(labVmId.webServer, null)
}

function inOrder(described: typeof cmdlets): typeof cmdlets {
  return Object.fromEntries(
    Object.entries(described).map(([name, { impact, parameters }]) => [
      name,
      { impact, parameters: parameters.toSorted() },
    ]),
  )
}

function reads(...parameters: string[]): DescribedCmdlet {
  return { impact: 'none', parameters }
}

function changes(...parameters: string[]): DescribedCmdlet {
  return { impact: 'Medium', parameters }
}

const describeCmdlets = `
  Import-Module Hyper-V
  $common = [System.Management.Automation.Cmdlet]::CommonParameters + [System.Management.Automation.Cmdlet]::OptionalCommonParameters
  $all = @{}
  foreach ($command in Get-Command -Module Hyper-V -CommandType Function | Where-Object Noun -Match '^V(M|HD)') {
    $binding = $command.ScriptBlock.Attributes | Where-Object { $_ -is [System.Management.Automation.CmdletBindingAttribute] }
    $own = @($command.Parameters.Values | Where-Object { $_.Name -notin $common })
    $names = @($own | ForEach-Object { if ($_.ParameterType.IsArray) { "$($_.Name)[]" } else { $_.Name } })
    $all[$command.Name] = @{
      impact     = if ($binding.SupportsShouldProcess) { "$($binding.ConfirmImpact)" } else { 'none' }
      parameters = [string[]]$names
    }
  }
  ConvertTo-Json $all -Depth 4
`

const describeObjects = `
  $namespace = 'root/virtualization/v2'
  $names = { param($object) @($object)[0].PSObject.Properties.Name -join ' ' }
  ConvertTo-Json @{
    vm       = & $names (Get-VM WIN11-TEST)
    snapshot = & $names (Get-VMSnapshot WIN11-TEST)
    summary  = & $names (Get-CimInstance -Namespace $namespace -Query 'SELECT Name FROM Msvm_SummaryInformation')
    drive    = & $names (Get-VMHardDiskDrive WIN11-TEST)
    adapter  = & $names (Get-VMNetworkAdapter -VMSnapshot (Get-VMSnapshot WIN11-TEST)[0])
    memory   = & $names (Get-VMMemory -VM (Get-VM WIN11-TEST))
    processor = & $names (Get-VMProcessor WIN11-TEST)
    service  = & $names (Get-VMIntegrationService WIN11-TEST)
    gpu      = & $names (Get-VMGpuPartitionAdapter RENDER-GPU)
    allocation = & $names (Get-CimInstance -Namespace $namespace -Query 'SELECT InstanceID FROM Msvm_StorageAllocationSettingData')
    vssSettings = & $names (Get-CimInstance -Namespace $namespace -Query 'SELECT InstanceID FROM Msvm_VssComponentSettingData')
    vss      = & $names (Get-CimInstance -Namespace $namespace -Query 'SELECT SystemName FROM Msvm_VssComponent')
    gpuSettings = & $names (Get-CimInstance -Namespace $namespace -Query 'SELECT InstanceID FROM Msvm_GpuPartitionSettingData')
    volume   = & $names (Get-CimInstance -Query 'SELECT Name FROM Win32_Volume')
    event    = & $names (Get-WinEvent -FilterHashtable @{ LogName = 'Microsoft-Windows-Hyper-V-VMMS-Admin'; StartTime = [datetime]'2020-01-01' })
    disk     = & $names (Get-VHD -Path (Get-VMHardDiskDrive WIN11-TEST).Path)
    settings = & $names (Get-CimInstance -Namespace $namespace -Query 'SELECT InstanceID FROM Msvm_VirtualSystemSettingData')
  }
`
