# Only what is given is changed. The keys are looked through, for Constrained Language Mode allows no method here.
param([guid] $vmId, [string] $type, [bool] $automatic, [string] $location, [string] $expectedType)
$vm = Find-Vm $vmId
if ($PSBoundParameters.Keys -contains 'expectedType' -and "$($vm.CheckpointType)" -ne $expectedType) {
    throw 'SavepointChangedMeanwhile'
}
$changes = @{}
if ($PSBoundParameters.Keys -contains 'type') {
    $changes.CheckpointType = $type
}
if ($PSBoundParameters.Keys -contains 'automatic') {
    $changes.AutomaticCheckpointsEnabled = $automatic
}
if ($PSBoundParameters.Keys -contains 'location') {
    $changes.SnapshotFileLocation = $location
}
$null = Hyper-V\Set-VM -VM $vm @changes -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
