# The classes in which Hyper-V tells of virtual machines and their checkpoints, with WMI's own numbers. Ids are in
# capitals here.
function Get-SummaryInformation {
    param($vm)
    if ($vm.id -eq $env:SAVEPOINT_STAND_IN_UNSUMMARIZED_VM) {
        return
    }
    $descriptions = @($vm.status)
    if ($vm.operationalStatus.Count -gt 1) {
        $descriptions = @('In service', $vm.status)
    }
    [pscustomobject]@{
        Name               = $vm.id.ToUpper()
        ElementName        = $vm.name
        EnabledState       = [uint16]$script:EnabledStates[$vm.state]
        OtherEnabledState  = if ($vm.state -eq 'Other') { 'Unknown' }
        HealthState        = Get-HealthState $vm
        OperationalStatus  = [uint16[]]@($vm.operationalStatus)
        StatusDescriptions = [string[]]$descriptions
        UpTime             = [uint64]$vm.uptime
        ProcessorLoad      = [uint16]$vm.cpuUsage
        MemoryUsage        = [uint64]($vm.memoryAssigned / 1MB)
        Version            = $vm.version
        Notes              = $vm.notes
        CreationTime       = ConvertTo-CimTime $vm.createdAt
        ReplicationMode    = [uint16]$script:ReplicationModes[$vm.replication]
    }
    # Microsoft does not say whether checkpoints are here as well, so a list must do with some that are.
    foreach ($checkpoint in @($vm.checkpoints)[0]) {
        [pscustomobject]@{ Name = $checkpoint.id.ToUpper(); ElementName = $checkpoint.name; EnabledState = [uint16]3 }
    }
}

function Get-ConcreteJob {
    param($job)
    [pscustomobject]@{
        InstanceID      = $job.id.ToUpper()
        JobType         = [uint16]$job.type
        JobState        = [uint16]@{ Running = 4; Completed = 7; Terminated = 8; Exception = 10 }[$job.state]
        PercentComplete = [uint16]$job.percent
        Cancellable     = [bool]$job.isCancellable
    }
}

function Get-ComputerSystem {
    # What a machine that runs changes all the time is here as well.
    param($vm)
    [pscustomobject]@{
        Name                  = $vm.id.ToUpper()
        ElementName           = $vm.name
        EnabledState          = [uint16]$script:EnabledStates[$vm.state]
        OtherEnabledState     = if ($vm.state -eq 'Other') { 'Unknown' }
        HealthState           = Get-HealthState $vm
        OperationalStatus     = [uint16[]]@($vm.operationalStatus)
        OnTimeInMilliseconds = [uint64]$vm.uptime
    }
}

function Get-HealthState {
    # One machine may be told in a way that nobody can read.
    param($vm)
    if ($vm.id -eq $env:SAVEPOINT_STAND_IN_BROKEN_VM) { 'broken' } elseif ($vm.isCritical) { [uint16]25 } else { [uint16]5 }
}

function Get-SettingData {
    # One for the machine as it is, and one for each checkpoint.
    param($vm)
    $ending = Get-ConfigurationEnding $vm
    [pscustomobject]@{
        InstanceID                = "Microsoft:$($vm.id.ToUpper())"
        VirtualSystemIdentifier   = $vm.id.ToUpper()
        VirtualSystemType         = 'Microsoft:Hyper-V:System:Realized'
        VirtualSystemSubType      = "Microsoft:Hyper-V:SubType:$($vm.generation)"
        ElementName               = $vm.name
        CreationTime              = ConvertTo-CimTime $vm.createdAt
        Parent                    = Get-SettingPath $vm.parentCheckpointId
        UserSnapshotType          = $script:UserSnapshotTypes[$vm.checkpointType]
        IsSaved                   = $vm.state -eq 'Saved'
        IsAutomaticSnapshot       = $false
        AutomaticSnapshotsEnabled = $vm.automaticCheckpoints
        SnapshotDataRoot          = $vm.snapshotFileLocation
        ConfigurationDataRoot     = if (-not (Test-PropertiesMissing $vm)) { $vm.configurationFolder }
        ConfigurationFile         = "Virtual Machines\$($vm.id.ToUpper())$ending"
        Notes                     = [string[]]@($vm.notes)
    }
    foreach ($checkpoint in $vm.checkpoints) {
        [pscustomobject]@{
            InstanceID                = "Microsoft:$($checkpoint.id.ToUpper())"
            VirtualSystemIdentifier   = $vm.id.ToUpper()
            VirtualSystemType         = "Microsoft:Hyper-V:Snapshot:$($checkpoint.type)"
            VirtualSystemSubType      = "Microsoft:Hyper-V:SubType:$($vm.generation)"
            ElementName               = $checkpoint.name
            CreationTime              = ConvertTo-CimTime $checkpoint.createdAt
            Parent                    = Get-SettingPath $checkpoint.parentId
            UserSnapshotType          = $script:UserSnapshotTypes[$checkpoint.policyWhenTaken]
            IsSaved                   = $checkpoint.isSaved
            IsAutomaticSnapshot       = $checkpoint.isAutomatic
            AutomaticSnapshotsEnabled = $vm.automaticCheckpoints
            SnapshotDataRoot          = $vm.snapshotFileLocation
            ConfigurationDataRoot     = $vm.snapshotFileLocation
            ConfigurationFile         = "Snapshots\$($checkpoint.id.ToUpper())$ending"
            Notes                     = [string[]]@($checkpoint.notes)
        }
    }
}

function Get-ConfigurationEnding {
    # Versions up to 5.0, of Windows Server 2012 R2, are kept as XML.
    param($vm)
    if ([version]$vm.version -lt [version]'6.0') { '.xml' } else { '.vmcx' }
}

function Test-PropertiesMissing {
    # Of every machine, or of one alone.
    param($vm)
    $env:SAVEPOINT_STAND_IN_CIM -eq 'properties-missing' -or $env:SAVEPOINT_STAND_IN_CIM -eq "properties-missing-$($vm.id)"
}

$script:EnabledStates = @{
    Other = 1; Running = 2; Off = 3; Stopping = 4; Saved = 6; Paused = 9; Starting = 10; Reset = 11; Saving = 32773
    Pausing = 32776; Resuming = 32777; Hibernated = 32783
}
$script:ReplicationModes = @{ None = 0; Primary = 1; Replica = 2; TestReplica = 3; ExtendedReplica = 4 }
$script:UserSnapshotTypes = @{
    Disabled = [uint16]2; Production = [uint16]3; ProductionOnly = [uint16]4; Standard = [uint16]5
}

function Get-SettingPath {
    # An object path doubles its backslashes.
    param($id)
    if ($null -ne $id) {
        "\\\\HOST\\root\\virtualization\\v2:Msvm_VirtualSystemSettingData.InstanceID=""Microsoft:$($id.ToUpper())"""
    }
}

function ConvertTo-CimTime {
    param([long] $milliseconds)
    [System.DateTimeOffset]::FromUnixTimeMilliseconds($milliseconds).LocalDateTime
}
