# Every file of a machine and of its checkpoints. Checkpoints share nearly all of them, so each is opened once for all. A
# line for each checkpoint as it is read, for there may be fifty with fifty files each. One whose disks nobody tells is
# left out: without them it would pass for one that costs nothing.
param([guid] $vmId)
$vm = Find-Vm $vmId
$global:SavepointDiskFiles = $null
$places = Read-ConfigurationFiles 'VirtualSystemIdentifier' "$vmId".ToUpper()
foreach ($checkpoint in (Hyper-V\Get-VMSnapshot -VM $vm -ErrorAction Stop)) {
    try {
        $disks = @(Read-Disks @{ VMSnapshot = $checkpoint })
    }
    catch {
        continue
    }
    Write-Reply 'part' ([ordered]@{
        checkpointId = "$($checkpoint.Id)"
        files        = @(Read-CheckpointFiles $checkpoint $places)
        disks        = $disks
    })
}
Write-Reply 'done' ([ordered]@{ disks = @(Read-Disks @{ VM = $vm }); volumes = @(Read-Volumes) })
