param([guid] $vmId, [guid] $checkpointId)
$checkpoint = Find-Checkpoint $vmId $checkpointId
$null = Hyper-V\Remove-VMSnapshot -VMSnapshot $checkpoint -IncludeAllChildSnapshots -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
