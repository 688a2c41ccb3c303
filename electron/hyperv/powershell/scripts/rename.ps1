param([guid] $vmId, [guid] $checkpointId, [string] $name)
$checkpoint = Find-Checkpoint $vmId $checkpointId
$null = Hyper-V\Rename-VMSnapshot -VMSnapshot $checkpoint -NewName $name -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
