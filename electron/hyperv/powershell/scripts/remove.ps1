# Hyper-V answers when the checkpoint is out of the tree; the merge of its disks goes on after that.
param([guid] $vmId, [guid] $checkpointId)
$checkpoint = Find-Checkpoint $vmId $checkpointId
$null = Hyper-V\Remove-VMSnapshot -VMSnapshot $checkpoint -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
