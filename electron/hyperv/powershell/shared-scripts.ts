import convertToAscii from './scripts/shared/ConvertTo-Ascii.ps1?raw'
import findBackupService from './scripts/shared/Find-BackupService.ps1?raw'
import findCheckpoint from './scripts/shared/Find-Checkpoint.ps1?raw'
import findVm from './scripts/shared/Find-Vm.ps1?raw'
import formatChange from './scripts/shared/Format-Change.ps1?raw'
import formatMoment from './scripts/shared/Format-Moment.ps1?raw'
import getCimProblem from './scripts/shared/Get-CimProblem.ps1?raw'
import getCimRows from './scripts/shared/Get-CimRows.ps1?raw'
import getCimState from './scripts/shared/Get-CimState.ps1?raw'
import getDiskFile from './scripts/shared/Get-DiskFile.ps1?raw'
import getErrorFacts from './scripts/shared/Get-ErrorFacts.ps1?raw'
import getErrorId from './scripts/shared/Get-ErrorId.ps1?raw'
import getFeatureState from './scripts/shared/Get-FeatureState.ps1?raw'
import getGroupMembership from './scripts/shared/Get-GroupMembership.ps1?raw'
import getModuleFacts from './scripts/shared/Get-ModuleFacts.ps1?raw'
import getRights from './scripts/shared/Get-Rights.ps1?raw'
import getServiceProcess from './scripts/shared/Get-ServiceProcess.ps1?raw'
import getServiceState from './scripts/shared/Get-ServiceState.ps1?raw'
import invokeVerb from './scripts/shared/Invoke-Verb.ps1?raw'
import readBackupService from './scripts/shared/Read-BackupService.ps1?raw'
import readBackupServiceByCim from './scripts/shared/Read-BackupServiceByCim.ps1?raw'
import readCheckpoint from './scripts/shared/Read-Checkpoint.ps1?raw'
import readCheckpointFiles from './scripts/shared/Read-CheckpointFiles.ps1?raw'
import readCheckpointsOfRows from './scripts/shared/Read-CheckpointsOfRows.ps1?raw'
import readCimRows from './scripts/shared/Read-CimRows.ps1?raw'
import readConfigurationFiles from './scripts/shared/Read-ConfigurationFiles.ps1?raw'
import readDifferencingFiles from './scripts/shared/Read-DifferencingFiles.ps1?raw'
import readDisk from './scripts/shared/Read-Disk.ps1?raw'
import readDisks from './scripts/shared/Read-Disks.ps1?raw'
import readHardware from './scripts/shared/Read-Hardware.ps1?raw'
import readJobs from './scripts/shared/Read-Jobs.ps1?raw'
import readLocations from './scripts/shared/Read-Locations.ps1?raw'
import readScreen from './scripts/shared/Read-Screen.ps1?raw'
import readSettings from './scripts/shared/Read-Settings.ps1?raw'
import readUsedDisks from './scripts/shared/Read-UsedDisks.ps1?raw'
import readUsedDisksByCim from './scripts/shared/Read-UsedDisksByCim.ps1?raw'
import readUsedFiles from './scripts/shared/Read-UsedFiles.ps1?raw'
import readVmByCmdlets from './scripts/shared/Read-VmByCmdlets.ps1?raw'
import readVmByItself from './scripts/shared/Read-VmByItself.ps1?raw'
import readVmOfRows from './scripts/shared/Read-VmOfRows.ps1?raw'
import readVms from './scripts/shared/Read-Vms.ps1?raw'
import readVmsByCmdlets from './scripts/shared/Read-VmsByCmdlets.ps1?raw'
import readVolumes from './scripts/shared/Read-Volumes.ps1?raw'
import registerChanges from './scripts/shared/Register-Changes.ps1?raw'
import selectJobs from './scripts/shared/Select-Jobs.ps1?raw'
import setCheckpointNotes from './scripts/shared/Set-CheckpointNotes.ps1?raw'
import testAnyHasAll from './scripts/shared/Test-AnyHasAll.ps1?raw'
import testGpuPartition from './scripts/shared/Test-GpuPartition.ps1?raw'
import testListening from './scripts/shared/Test-Listening.ps1?raw'
import testSharedDisk from './scripts/shared/Test-SharedDisk.ps1?raw'
import waitChanges from './scripts/shared/Wait-Changes.ps1?raw'
import waitHostJob from './scripts/shared/Wait-HostJob.ps1?raw'
import writeChange from './scripts/shared/Write-Change.ps1?raw'
import writeChangedVm from './scripts/shared/Write-ChangedVm.ps1?raw'
import writeReply from './scripts/shared/Write-Reply.ps1?raw'
import writeReplyText from './scripts/shared/Write-ReplyText.ps1?raw'
import writeUnread from './scripts/shared/Write-Unread.ps1?raw'

/** What the scripts of the verbs are made of. Each file is named after the function that it becomes. */
export const sharedScripts: Readonly<Record<string, string>> = {
  'ConvertTo-Ascii': convertToAscii,
  'Find-BackupService': findBackupService,
  'Find-Checkpoint': findCheckpoint,
  'Find-Vm': findVm,
  'Format-Change': formatChange,
  'Format-Moment': formatMoment,
  'Get-CimProblem': getCimProblem,
  'Get-CimRows': getCimRows,
  'Get-CimState': getCimState,
  'Get-DiskFile': getDiskFile,
  'Get-ErrorFacts': getErrorFacts,
  'Get-ErrorId': getErrorId,
  'Get-FeatureState': getFeatureState,
  'Get-GroupMembership': getGroupMembership,
  'Get-ModuleFacts': getModuleFacts,
  'Get-Rights': getRights,
  'Get-ServiceProcess': getServiceProcess,
  'Get-ServiceState': getServiceState,
  'Invoke-Verb': invokeVerb,
  'Read-BackupService': readBackupService,
  'Read-BackupServiceByCim': readBackupServiceByCim,
  'Read-Checkpoint': readCheckpoint,
  'Read-CheckpointFiles': readCheckpointFiles,
  'Read-CheckpointsOfRows': readCheckpointsOfRows,
  'Read-CimRows': readCimRows,
  'Read-ConfigurationFiles': readConfigurationFiles,
  'Read-DifferencingFiles': readDifferencingFiles,
  'Read-Disk': readDisk,
  'Read-Disks': readDisks,
  'Read-Hardware': readHardware,
  'Read-Jobs': readJobs,
  'Read-Locations': readLocations,
  'Read-Screen': readScreen,
  'Read-Settings': readSettings,
  'Read-UsedDisks': readUsedDisks,
  'Read-UsedDisksByCim': readUsedDisksByCim,
  'Read-UsedFiles': readUsedFiles,
  'Read-VmByCmdlets': readVmByCmdlets,
  'Read-VmByItself': readVmByItself,
  'Read-VmOfRows': readVmOfRows,
  'Read-Vms': readVms,
  'Read-VmsByCmdlets': readVmsByCmdlets,
  'Read-Volumes': readVolumes,
  'Register-Changes': registerChanges,
  'Select-Jobs': selectJobs,
  'Set-CheckpointNotes': setCheckpointNotes,
  'Test-AnyHasAll': testAnyHasAll,
  'Test-GpuPartition': testGpuPartition,
  'Test-Listening': testListening,
  'Test-SharedDisk': testSharedDisk,
  'Wait-Changes': waitChanges,
  'Wait-HostJob': waitHostJob,
  'Write-Change': writeChange,
  'Write-ChangedVm': writeChangedVm,
  'Write-Reply': writeReply,
  'Write-ReplyText': writeReplyText,
  'Write-Unread': writeUnread,
}
