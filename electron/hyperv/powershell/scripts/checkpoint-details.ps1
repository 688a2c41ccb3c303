param([guid] $vmId, [guid] $checkpointId)
$checkpoint = Find-Checkpoint $vmId $checkpointId
Write-Reply 'done' ([ordered]@{
    hardware = Read-Hardware @{ VMSnapshot = $checkpoint }
    files    = @(Read-CheckpointFiles $checkpointId)
})
