# What the cmdlets hand out, in the shape of the real objects.
function ConvertTo-VirtualMachine {
    param($vm)
    $state = if ($vm.isCritical) { "$($vm.state)Critical" } else { $vm.state }
    $parent = $vm.checkpoints | Where-Object id -EQ $vm.parentCheckpointId
    $machine = [pscustomobject][ordered]@{
        Name                        = $vm.name
        State                       = [VMState]$state
        CpuUsage                    = [int]$vm.cpuUsage
        MemoryAssigned              = [long]$vm.memoryAssigned
        MemoryStartup               = [long]$vm.memoryStartup
        Uptime                      = [timespan]::FromMilliseconds($vm.uptime)
        Status                      = $vm.status
        OperationalStatus           = @($vm.operationalStatus | ForEach-Object { ConvertTo-OperationalStatus $_ })
        ReplicationMode             = [VMReplicationMode]$vm.replication
        Generation                  = [int]$vm.generation
        Version                     = $vm.version
        CreationTime                = ConvertTo-LocalTime $vm.createdAt
        Notes                       = $vm.notes
        Path                        = $vm.configurationFolder
        ConfigurationLocation       = $vm.configurationFolder
        SnapshotFileLocation        = $vm.snapshotFileLocation
        CheckpointFileLocation      = $vm.snapshotFileLocation
        CheckpointType              = [CheckpointType]$vm.checkpointType
        AutomaticCheckpointsEnabled = [bool]$vm.automaticCheckpoints
        ParentSnapshotId            = ConvertTo-Guid $vm.parentCheckpointId
        ParentSnapshotName          = $parent.name
        ParentCheckpointId          = ConvertTo-Guid $vm.parentCheckpointId
        ParentCheckpointName        = $parent.name
        IsClustered                 = [bool]$vm.isClustered
        ComputerName                = [System.Environment]::MachineName
        IsDeleted                   = $false
        VMName                      = $vm.name
        VMId                        = [guid]$vm.id
        Id                          = [guid]$vm.id
    }
    $machine.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VirtualMachineBase')
    $machine.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VirtualMachine')
    $machine
}

function ConvertTo-VMSnapshot {
    param($vm, $checkpoint)
    $parent = $vm.checkpoints | Where-Object id -EQ $checkpoint.parentId
    $snapshot = [pscustomobject][ordered]@{
        VMName                = $vm.name
        Name                  = $checkpoint.name
        SnapshotType          = [SnapshotType]$script:SnapshotTypes[$checkpoint.type]
        CreationTime          = ConvertTo-LocalTime $checkpoint.createdAt
        ParentSnapshotName    = $parent.name
        ParentSnapshotId      = ConvertTo-Guid $checkpoint.parentId
        State                 = if ($checkpoint.isSaved) { [VMState]::Saved } else { [VMState]::Off }
        IsAutomaticCheckpoint = [bool]$checkpoint.isAutomatic
        Notes                 = $checkpoint.notes
        Path                  = $vm.snapshotFileLocation
        SizeOfSystemFiles     = [long]$checkpoint.systemFilesSize
        Generation            = [int]$vm.generation
        Version               = $vm.version
        IsClustered           = [bool]$vm.isClustered
        ComputerName          = [System.Environment]::MachineName
        IsDeleted             = $false
        VMId                  = [guid]$vm.id
        Id                    = [guid]$checkpoint.id
    }
    $snapshot.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VirtualMachineBase')
    $snapshot.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMSnapshot')
    $snapshot
}

$script:SnapshotTypes = @{
    'Realized'                      = 'Standard'
    'Recovery'                      = 'Recovery'
    'Planned'                       = 'Planned'
    'Missing'                       = 'Missing'
    'Replica:Standard'              = 'Replica'
    'Replica:ApplicationConsistent' = 'AppConsistentReplica'
}

function ConvertTo-OperationalStatus {
    # The enumeration has another number for "applying" than WMI, so the bare number shows then, as on Windows.
    param([int] $number)
    if ([enum]::IsDefined([VMOperationalStatus], $number)) { [VMOperationalStatus]$number } else { $number }
}

function ConvertTo-LocalTime {
    param([long] $milliseconds)
    [System.DateTimeOffset]::FromUnixTimeMilliseconds($milliseconds).LocalDateTime
}

function ConvertTo-Guid {
    param($id)
    if ($null -ne $id) { [guid]$id }
}
