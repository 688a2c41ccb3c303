# What the cmdlets hand out, in the shape of the real objects.
function ConvertTo-VirtualMachine {
    param($vm)
    $state = if ($vm.isCritical) { "$($vm.state)Critical" } else { $vm.state }
    $parent = $vm.checkpoints | Where-Object id -EQ $vm.parentCheckpointId
    $machine = [pscustomobject][ordered]@{
        Name                        = $vm.name
        State                       = [VMState]$state
        CPUUsage                    = [int]$vm.cpuUsage
        MemoryAssigned              = [long]$vm.memoryAssigned
        MemoryStartup               = [long]$vm.memoryStartup
        MemoryDemand                = [long]$vm.memoryDemand
        Heartbeat                   = ConvertTo-Heartbeat $vm
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
        ComputerName                = [System.Environment]::MachineName
        IsDeleted                   = $false
        VMName                      = $vm.name
        VMId                        = [guid]$vm.id
        Id                          = [guid]$vm.id
    }
    Add-ParentProperties $machine $vm.parentCheckpointId $parent.name
    Add-CostlyProperty $machine 'IsClustered' ([bool]$vm.isClustered)
    Add-CostlyProperty $machine 'SizeOfSystemFiles' ([long]0)
    Add-CostlyProperty $machine 'HardDrives' @()
    Add-CostlyProperty $machine 'VMIntegrationService' @()
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
        State                 = if ($checkpoint.isSaved) { [VMState]::Saved } else { [VMState]::Off }
        IsAutomaticCheckpoint = [bool]$checkpoint.isAutomatic
        Notes                 = $checkpoint.notes
        Path                  = $vm.snapshotFileLocation
        Generation            = [int]$vm.generation
        Version               = $vm.version
        ComputerName          = [System.Environment]::MachineName
        IsDeleted             = $false
        VMId                  = [guid]$vm.id
        Id                    = [guid]$checkpoint.id
    }
    Add-ParentProperties $snapshot $checkpoint.parentId $parent.name
    Add-CostlyProperty $snapshot 'IsClustered' ([bool]$vm.isClustered)
    Add-CostlyProperty $snapshot 'SizeOfSystemFiles' ([long]$checkpoint.systemFilesSize)
    Add-CostlyProperty $snapshot 'HardDrives' @()
    Add-CostlyProperty $snapshot 'VMIntegrationService' @()
    $snapshot.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VirtualMachineBase')
    $snapshot.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMSnapshot')
    $snapshot
}

function Add-ParentProperties {
    param($target, $parentId, [string] $parentName)
    Add-CostlyProperty $target 'ParentSnapshotId' (ConvertTo-Guid $parentId)
    Add-CostlyProperty $target 'ParentCheckpointId' (ConvertTo-Guid $parentId)
    Add-CostlyProperty $target 'ParentSnapshotName' $parentName
    Add-CostlyProperty $target 'ParentCheckpointName' $parentName
}

# A closure is outside of the module and finds nothing of it by name.
$script:NoteCostlyRead = {
    param([string] $property)
    $null = Invoke-StandIn @{ call = 'note-costly-read'; property = $property }
}

function Add-CostlyProperty {
    # Hyper-V asks WMI each time such a property is read, so each read is counted.
    param($target, [string] $name, $value)
    $note = $script:NoteCostlyRead
    $read = {
        & $note $name
        $value
    }.GetNewClosure()
    $target.PSObject.Properties.Add([psscriptproperty]::new($name, $read))
}

$script:SnapshotTypes = @{
    'Realized'                      = 'Standard'
    'Recovery'                      = 'Recovery'
    'Planned'                       = 'Planned'
    'Missing'                       = 'Missing'
    'Replica:Standard'              = 'Replica'
    'Replica:ApplicationConsistent' = 'AppConsistentReplica'
}

function ConvertTo-Heartbeat {
    # Null of a machine that does not run.
    param($vm)
    switch ($vm.state) {
        'Running' { [VMHeartbeatStatus]$vm.heartbeat }
        'Paused' { [VMHeartbeatStatus]::Paused }
    }
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
