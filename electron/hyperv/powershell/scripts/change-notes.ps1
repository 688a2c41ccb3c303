param([guid] $vmId, [guid] $checkpointId, [string] $notes)
$checkpoint = Find-Checkpoint $vmId $checkpointId
Set-CheckpointNotes "$($checkpoint.Id)" $notes
Write-Reply 'done'
