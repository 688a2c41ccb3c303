# Every file of a machine and of its checkpoints. Checkpoints share nearly all of them, so each is opened once for all. A
# line for each checkpoint as it is read, for there may be fifty with fifty files each. One whose disks nobody tells is
# told without any file, which no other is: of its own files alone it would pass for one that costs less.
param([guid] $vmId)
$vm = Find-Vm $vmId
$global:SavepointDiskFiles = $null
$places = Read-ConfigurationFiles 'VirtualSystemIdentifier' ("$vmId".ToUpper())
foreach ($checkpoint in (Hyper-V\Get-VMSnapshot -VM $vm -ErrorAction Stop)) {
    $files = @()
    $disks = @()
    try {
        $disks = @(Read-Disks @{ VMSnapshot = $checkpoint })
        $files = @(Read-CheckpointFiles $checkpoint $places)
    }
    catch {
        $null = $_
    }
    Write-Reply 'part' ([ordered]@{ checkpointId = "$($checkpoint.Id)"; files = $files; disks = $disks })
}
Write-Reply 'done' ([ordered]@{ disks = @(Read-Disks @{ VM = $vm }); volumes = @(Read-Volumes) })
