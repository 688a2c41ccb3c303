# Goes back to what "Now" hangs under, if that is still what the user was shown.
param([guid] $vmId, [guid] $checkpointId)
$vm = Find-Vm $vmId
if ($vm.ParentSnapshotId -ne $checkpointId) {
    throw 'SavepointChangedMeanwhile'
}
$checkpoint = Find-Checkpoint $vmId $checkpointId
$null = Hyper-V\Restore-VMSnapshot -VMSnapshot $checkpoint -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
