# Only what is given is changed.
param([guid] $vmId, [string] $type, [bool] $automatic, [string] $location)
$vm = Find-Vm $vmId
$changes = @{}
if ($PSBoundParameters.ContainsKey('type')) {
    $changes.CheckpointType = $type
}
if ($PSBoundParameters.ContainsKey('automatic')) {
    $changes.AutomaticCheckpointsEnabled = $automatic
}
if ($PSBoundParameters.ContainsKey('location')) {
    $changes.SnapshotFileLocation = $location
}
$null = Hyper-V\Set-VM -VM $vm @changes -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
