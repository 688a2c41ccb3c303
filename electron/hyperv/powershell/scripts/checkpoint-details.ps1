# Most files of a checkpoint's disks are those of its neighbours as well, and may have been opened for them just before.
param([guid] $vmId, [guid] $checkpointId, [bool] $afresh)
$checkpoint = Find-Checkpoint $vmId $checkpointId
if ($afresh) {
    $global:SavepointDiskFiles = $null
}
$places = Read-ConfigurationFiles 'InstanceID' "Microsoft:$("$checkpointId".ToUpper())"
Write-Reply 'done' ([ordered]@{
    hardware = Read-Hardware @{ VMSnapshot = $checkpoint }
    files    = @(Read-CheckpointFiles $checkpoint $places)
})
