function Get-VMHost {
    [CmdletBinding(DefaultParameterSetName = 'ComputerName')]
    param(
        [Parameter(ParameterSetName = 'ComputerName', Position = 0)] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'ComputerName', Position = 1)] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'CimSession', Mandatory)] [object[]] $CimSession
    )
    foreach ($found in @(Invoke-HyperV $PSCmdlet @{ call = 'host' })) {
        $hyperVHost = [pscustomobject][ordered]@{
            LogicalProcessorCount     = [int]16
            MemoryCapacity            = [long]128GB
            VirtualHardDiskPath       = 'D:\Hyper-V\Virtual Hard Disks'
            VirtualMachinePath        = 'D:\Hyper-V'
            FullyQualifiedDomainName  = 'lab.example'
            EnableEnhancedSessionMode = $true
            SupportedVmVersions       = [string[]]@('8.0', '9.0', '10.0')
            Name                      = $found.name
            ComputerName              = $found.name
        }
        $hyperVHost.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMHost')
        $hyperVHost
    }
}

# How often the machine was listed that goes while it is.
$script:SeenBefore = 0

function Get-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name')]
    param(
        [Parameter(ParameterSetName = 'Name', Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'Id', Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [guid] $Id,
        [Parameter(ParameterSetName = 'ClusterObject', Mandatory, ValueFromPipeline)] [psobject] $ClusterObject,
        [Parameter(ParameterSetName = 'Name')] [Parameter(ParameterSetName = 'Id')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [Parameter(ParameterSetName = 'Id')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [Parameter(ParameterSetName = 'Id')] [object[]] $CimSession
    )
    process {
        if (-not (Test-HyperVAccess $PSCmdlet)) {
            return
        }
        if ($PSCmdlet.ParameterSetName -eq 'Id') {
            $found = @(Find-HyperVMachine $PSCmdlet @(@{ Id = $Id }))
            foreach ($vm in $found) { ConvertTo-VirtualMachine $vm }
            return
        }
        $all = @(Invoke-HyperV $PSCmdlet @{ call = 'vms' })
        foreach ($pattern in @(if ($Name) { $Name } else { '*' })) {
            $found = @($all | Where-Object name -Like $pattern)
            if ($found.Count -eq 0 -and -not [wildcardpattern]::ContainsWildcardCharacters($pattern)) {
                # Of all cmdlets this one alone says "invalid parameter" of a name that nobody has.
                Write-HyperVError $PSCmdlet 'InvalidParameter' 'InvalidArgument' "Hyper-V was unable to find a virtual machine with name ""$pattern""." $pattern
            }
            foreach ($vm in $found) {
                if ($vm.id -eq $env:SAVEPOINT_STAND_IN_VANISHING_VM -and $script:SeenBefore++) {
                    # It goes while it is listed for the second time. Hyper-V says that something is not there any more, and not what.
                    Write-HyperVError $PSCmdlet 'ObjectNotFound' 'ObjectNotFound' 'Hyper-V encountered an error trying to access an object because it was not found.'
                    continue
                }
                ConvertTo-VirtualMachine $vm
            }
        }
    }
}

function Get-VMSnapshot {
    [CmdletBinding(DefaultParameterSetName = 'VMName')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'VMName', Position = 1)] [Parameter(ParameterSetName = 'VMObject', Position = 1)] [string] $Name,
        [Parameter(ParameterSetName = 'Id', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [guid] $Id,
        [Parameter(ParameterSetName = 'Parent', Mandatory)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachineBase')] [object] $ParentOf,
        [Parameter(ParameterSetName = 'Child', Mandatory)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $ChildOf,
        [Alias('VMRecoveryCheckpoint')] [SnapshotType] $SnapshotType,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'Id')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'Id')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [Parameter(ParameterSetName = 'Id')] [object[]] $CimSession
    )
    process {
        $machines = switch ($PSCmdlet.ParameterSetName) {
            'VMName' { @(Find-HyperVMachine $PSCmdlet $null $VMName) }
            'VMObject' { @(Find-HyperVMachine $PSCmdlet $VM) }
            'Child' { @(Find-HyperVMachine $PSCmdlet @(@{ Id = $ChildOf.VMId })) }
            'Parent' { @(Find-HyperVMachine $PSCmdlet @(@{ Id = $ParentOf.VMId })) }
            'Id' { @(Invoke-HyperV $PSCmdlet @{ call = 'vms'; ofId = "$Id" }) }
        }
        if ($env:SAVEPOINT_STAND_IN_BROKEN_VM -and $machines.id -eq $env:SAVEPOINT_STAND_IN_BROKEN_VM) {
            Write-HyperVError $PSCmdlet 'ObjectNotFound' 'ObjectNotFound' 'The virtual machine went while it was read.'
            return
        }
        $found = @(foreach ($machine in $machines) {
            foreach ($each in $machine.checkpoints) {
                # An object takes long to make, and one alone is meant here.
                if ($PSCmdlet.ParameterSetName -eq 'Id' -and $each.id -ne "$Id") { continue }
                $snapshot = ConvertTo-VMSnapshot $machine $each
                $isMeant = switch ($PSCmdlet.ParameterSetName) {
                    'Id' { $true }
                    'Parent' { $snapshot.Id -eq $ParentOf.ParentSnapshotId }
                    'Child' { $each.parentId -eq "$($ChildOf.Id)" }
                    default { -not $Name -or $snapshot.Name -like $Name }
                }
                if ($isMeant -and ($null -eq $SnapshotType -or $snapshot.SnapshotType -eq $SnapshotType)) {
                    $snapshot
                }
            }
        })
        $isSought = $PSCmdlet.ParameterSetName -eq 'Id' -or $Name -or $PSBoundParameters.ContainsKey('SnapshotType')
        if ($found.Count -eq 0 -and $isSought -and (Test-HyperVAccess $PSCmdlet)) {
            Write-HyperVError $PSCmdlet 'ObjectNotFound' 'ObjectNotFound' 'Hyper-V was unable to find a checkpoint matching the given criteria.'
        }
        $found | Sort-Object CreationTime -Stable
    }
}
