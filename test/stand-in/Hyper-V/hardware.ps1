# What machines and checkpoints are made of. Each cmdlet has the same three ways to say of what.
function Get-VMHardDiskDrive {
    [CmdletBinding(DefaultParameterSetName = 'VMName')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0, ValueFromPipeline)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'VMSnapshot', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $VMSnapshot,
        [Parameter(ParameterSetName = 'VMDriveController', Mandatory, Position = 0, ValueFromPipeline)] [object[]] $VMDriveController,
        [int] $ControllerLocation,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'VMObject')] [Parameter(ParameterSetName = 'VMSnapshot')] [int] $ControllerNumber,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'VMObject')] [Parameter(ParameterSetName = 'VMSnapshot')] [ControllerType] $ControllerType,
        [Parameter(ParameterSetName = 'VMName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [object[]] $CimSession
    )
    process {
        if ($env:SAVEPOINT_STAND_IN_DISKS -eq 'untold' -and "$($VMSnapshot.SnapshotType)" -eq 'Missing') { return }
        foreach ($found in @(Find-HyperVHardware $PSCmdlet $VM $VMSnapshot $VMName)) {
            foreach ($disk in $found.hardware.disks) {
                $drive = [pscustomobject][ordered]@{
                    Path                          = $disk.path
                    DiskNumber                    = $disk.diskNumber
                    SupportPersistentReservations = [bool]$disk.isShared
                    ControllerType                = [ControllerType]$disk.controllerType
                    ControllerNumber              = [int]$disk.controllerNumber
                    ControllerLocation            = [int]$disk.controllerLocation
                    Name                          = Select-HyperVText 'Hard Drive' 'Festplatte'
                }
                $drive.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.HardDiskDrive')
                Add-HyperVOwner $drive $found
            }
        }
    }
}

function Get-VMNetworkAdapter {
    [CmdletBinding(DefaultParameterSetName = 'VMName')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0, ValueFromPipeline)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'VMSnapshot', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $VMSnapshot,
        [Parameter(ParameterSetName = 'ManagementOS', Mandatory)] [switch] $ManagementOS,
        [Parameter(ParameterSetName = 'All', Mandatory)] [switch] $All,
        [Parameter(Position = 1)] [Alias('VMNetworkAdapterName')] [string] $Name,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'VMObject')] [bool] $IsLegacy,
        [Parameter(ParameterSetName = 'ManagementOS')] [string] $SwitchName,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'ManagementOS')] [Parameter(ParameterSetName = 'All')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'ManagementOS')] [Parameter(ParameterSetName = 'All')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'ManagementOS')] [Parameter(ParameterSetName = 'All')] [object[]] $CimSession
    )
    process {
        foreach ($found in @(Find-HyperVHardware $PSCmdlet $VM $VMSnapshot $VMName)) {
            foreach ($each in $found.hardware.networkAdapters) {
                $adapter = [pscustomobject][ordered]@{
                    Name                     = $each.name
                    SwitchName               = $each.switchName
                    MacAddress               = $each.macAddress
                    DynamicMacAddressEnabled = [bool]$each.isMacAddressDynamic
                    IPAddresses              = [string[]]@(if ($found.hardware.isRunning) { $each.ipAddresses })
                    Connected                = $null -ne $each.switchName
                }
                $adapter.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMNetworkAdapter')
                Add-HyperVOwner $adapter $found
            }
        }
    }
}

function Get-VMMemory {
    [CmdletBinding(DefaultParameterSetName = 'VMName')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0, ValueFromPipeline)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'VMSnapshot', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $VMSnapshot,
        [Parameter(ParameterSetName = 'VMName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [object[]] $CimSession
    )
    process {
        foreach ($found in @(Find-HyperVHardware $PSCmdlet $VM $VMSnapshot $VMName)) {
            $memory = [pscustomobject][ordered]@{
                DynamicMemoryEnabled = [bool]$found.hardware.isMemoryDynamic
                Startup              = [long]$found.hardware.memoryStartup
                Minimum              = [long]$found.hardware.memoryMinimum
                Maximum              = [long]$found.hardware.memoryMaximum
            }
            $memory.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMMemory')
            Add-HyperVOwner $memory $found
        }
    }
}

function Get-VMProcessor {
    [CmdletBinding(DefaultParameterSetName = 'VMName')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0, ValueFromPipeline)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'VMSnapshot', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $VMSnapshot,
        [Parameter(ParameterSetName = 'VMName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [object[]] $CimSession
    )
    process {
        foreach ($found in @(Find-HyperVHardware $PSCmdlet $VM $VMSnapshot $VMName)) {
            $processor = [pscustomobject][ordered]@{ Count = [long]$found.hardware.processors }
            $processor.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMProcessor')
            Add-HyperVOwner $processor $found
        }
    }
}

function Find-HyperVHardware {
    # What the machines, or the checkpoint, are made of, with whose it is.
    param($cmdlet, $machines, $snapshot, [string[]] $names)
    $owners = if ($null -ne $snapshot) {
        @(@{ vmId = "$($snapshot.VMId)"; vmName = $snapshot.VMName; checkpointId = "$($snapshot.Id)"; checkpointName = $snapshot.Name })
    } else {
        @(foreach ($vm in @(Find-HyperVMachine $cmdlet $machines $names)) { @{ vmId = $vm.id; vmName = $vm.name; checkpointId = $null } })
    }
    foreach ($owner in $owners) {
        $hardware = Invoke-HyperV $cmdlet @{ call = 'hardware'; vmId = $owner.vmId; checkpointId = $owner.checkpointId }
        if ($null -eq $hardware -or $owner.vmId -eq $env:SAVEPOINT_STAND_IN_VANISHING_VM -or ($snapshot -and $owner.checkpointId -eq $env:SAVEPOINT_STAND_IN_VANISHING_CHECKPOINT)) {
            Write-HyperVError $cmdlet 'ObjectNotFound' 'ObjectNotFound' 'Hyper-V encountered an error trying to access an object because it was not found.'
            continue
        }
        $owner.hardware = $hardware
        $owner
    }
}

function Add-HyperVOwner {
    # All parts tell whose they are; those of a checkpoint tell of it as well.
    param($part, $owner)
    $part.PSObject.Properties.Add([psnoteproperty]::new('VMId', [guid]$owner.vmId))
    $part.PSObject.Properties.Add([psnoteproperty]::new('VMName', $owner.vmName))
    $part.PSObject.Properties.Add([psnoteproperty]::new('VMSnapshotId', [guid]$(if ($owner.checkpointId) { $owner.checkpointId } else { [guid]::Empty })))
    $part.PSObject.Properties.Add([psnoteproperty]::new('VMSnapshotName', "$($owner.checkpointName)"))
    $part
}
