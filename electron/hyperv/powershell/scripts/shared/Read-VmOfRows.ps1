# One virtual machine out of its rows, as plain values. The numbers are WMI's own, the same in every version of Windows.
param($summary, $system, $checkpoints, $jobs)
$facts = [ordered]@{
    id                  = "$($summary.Name)".ToLower()
    name                = "$($summary.ElementName)"
    enabledState        = [int]$summary.EnabledState
    otherEnabledState   = "$($summary.OtherEnabledState)"
    healthState         = [int]$summary.HealthState
    operationalStatus   = @(foreach ($each in $summary.OperationalStatus) { [int]$each })
    statusDescriptions  = @(foreach ($each in $summary.StatusDescriptions) { "$each" })
    version             = "$($summary.Version)"
    subType             = "$($system.VirtualSystemSubType)"
    createdAt           = Format-Moment $summary.CreationTime
    notes               = "$($summary.Notes)"
    policy              = [int]$system.UserSnapshotType
    automatic           = [bool]$system.AutomaticSnapshotsEnabled
    location            = "$($system.SnapshotDataRoot)"
    configurationFolder = "$($system.ConfigurationDataRoot)"
    replicationMode     = [int]$summary.ReplicationMode
    parentId            = $null
    jobs                = @(foreach ($each in $jobs) { $each })
    checkpoints         = @(Read-CheckpointsOfRows $checkpoints)
}
if ("$($system.Parent)" -match 'Microsoft:([0-9A-Fa-f-]{36})') {
    $facts.parentId = $Matches[1]
}
$figures = @([int]$summary.ProcessorLoad, ([long]$summary.MemoryUsage * 1048576), [long]$summary.UpTime)
@{ id = $facts.id; kind = 'cim'; facts = $facts; figures = $figures }
