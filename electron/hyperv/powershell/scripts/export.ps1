param([guid] $vmId, [guid] $checkpointId, [string] $folder)
$checkpoint = Find-Checkpoint $vmId $checkpointId
$null = Hyper-V\Export-VMSnapshot -VMSnapshot $checkpoint -Path $folder -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
