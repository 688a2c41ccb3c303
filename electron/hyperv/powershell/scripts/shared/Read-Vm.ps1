# One virtual machine with its checkpoints as plain values. Names of states travel, for their numbers differ between
# versions of Windows; the numbers of the operational status are the same everywhere, and some have no name.
param($vm, $settings, $jobs)
$checkpoints = @(foreach ($each in (Hyper-V\Get-VMSnapshot -VM $vm -ErrorAction Stop)) {
    Read-Checkpoint $each $settings
})
$parentId = $null
if ($null -ne $vm.ParentSnapshotId) {
    $parentId = "$($vm.ParentSnapshotId)"
}
[ordered]@{
    id                  = "$($vm.Id)"
    name                = "$($vm.Name)"
    state               = "$($vm.State)"
    operationalStatus   = @(foreach ($each in $vm.OperationalStatus) { [int]$each })
    status              = "$($vm.Status)"
    cpuUsage            = [int]$vm.CPUUsage
    memoryAssigned      = [long]$vm.MemoryAssigned
    uptime              = [long]$vm.Uptime.TotalMilliseconds
    version             = "$($vm.Version)"
    generation          = [int]$vm.Generation
    createdAt           = Format-Moment $vm.CreationTime
    notes               = "$($vm.Notes)"
    checkpointType      = "$($vm.CheckpointType)"
    automatic           = [bool]$vm.AutomaticCheckpointsEnabled
    location            = "$($vm.SnapshotFileLocation)"
    configurationFolder = "$($vm.ConfigurationLocation)"
    replication         = "$($vm.ReplicationMode)"
    parentId            = $parentId
    jobs                = @(Select-Jobs $jobs $vm.Id)
    checkpoints         = $checkpoints
}
