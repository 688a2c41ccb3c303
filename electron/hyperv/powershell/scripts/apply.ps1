param([guid] $vmId, [guid] $checkpointId)
$checkpoint = Find-Checkpoint $vmId $checkpointId
$null = Hyper-V\Restore-VMSnapshot -VMSnapshot $checkpoint -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
