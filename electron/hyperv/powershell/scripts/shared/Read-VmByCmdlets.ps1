# One virtual machine with its checkpoints as plain values. Names of states travel, for their numbers differ between
# versions of Windows; the numbers of the operational status are the same everywhere, and some have no name.
param($vm, $settings, $jobs)
$checkpoints = @(foreach ($each in (Hyper-V\Get-VMSnapshot -VM $vm -ErrorAction Stop)) {
    Read-Checkpoint $each $settings
})
# Hyper-V is asked each time this is read.
$parentId = $vm.ParentSnapshotId
if ($null -ne $parentId) {
    $parentId = "$parentId"
}
$facts = [ordered]@{
    id                  = "$($vm.Id)"
    name                = "$($vm.Name)"
    state               = "$($vm.State)"
    operationalStatus   = @(foreach ($each in $vm.OperationalStatus) { [int]$each })
    status              = "$($vm.Status)"
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
$figures = @([int]$vm.CPUUsage, [long]$vm.MemoryAssigned, [long]$vm.Uptime.TotalMilliseconds)
@{ id = $facts.id; kind = 'vm'; facts = $facts; figures = $figures }
