function Checkpoint-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(Position = 1)] [Alias('CheckpointName')] [string] $SnapshotName,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'Name')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [object[]] $CimSession
    )
    process {
        if (-not (Test-HyperVJobRequest $PSCmdlet $AsJob $Passthru)) { return }
        foreach ($machine in @(Find-HyperVMachine $PSCmdlet $VM $Name)) {
            if (-not $PSCmdlet.ShouldProcess($machine.name)) { continue }
            $asked = if ($PSBoundParameters.ContainsKey('SnapshotName')) { $SnapshotName } else { $null }
            $id = Invoke-HyperV $PSCmdlet @{ call = 'create-checkpoint'; vmId = $machine.id; name = $asked }
            if ($Passthru -and $id) { Get-VMSnapshot -Id $id }
        }
    }
}

function Restore-VMSnapshot {
    [CmdletBinding(DefaultParameterSetName = 'SnapshotName', SupportsShouldProcess, ConfirmImpact = 'High')]
    param(
        [Parameter(ParameterSetName = 'SnapshotName', Mandatory, Position = 0)] [Parameter(ParameterSetName = 'VM', Mandatory)] [string] $Name,
        [Parameter(ParameterSetName = 'SnapshotName', Mandatory, Position = 1)] [string] $VMName,
        [Parameter(ParameterSetName = 'SnapshotObject', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $VMSnapshot,
        [Parameter(ParameterSetName = 'VM', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object] $VM,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'SnapshotName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'SnapshotName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'SnapshotName')] [object[]] $CimSession
    )
    process {
        if (-not (Test-HyperVJobRequest $PSCmdlet $AsJob $Passthru)) { return }
        foreach ($pair in @(Find-HyperVCheckpoint $PSCmdlet $VMSnapshot $VM $VMName $Name -single)) {
            if (-not $PSCmdlet.ShouldProcess($pair.checkpoint.name)) { continue }
            Invoke-HyperV $PSCmdlet @{ call = 'apply'; vmId = $pair.vm.id; checkpointId = $pair.checkpoint.id }
            if ($Passthru) { Get-VMSnapshot -Id $pair.checkpoint.id }
        }
    }
}

function Rename-VMSnapshot {
    [CmdletBinding(DefaultParameterSetName = 'SnapshotName', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'SnapshotName', Mandatory, Position = 0)] [Parameter(ParameterSetName = 'VM', Mandatory)] [string] $Name,
        [Parameter(ParameterSetName = 'SnapshotName', Mandatory, Position = 1)] [string] $VMName,
        [Parameter(ParameterSetName = 'SnapshotObject', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $VMSnapshot,
        [Parameter(ParameterSetName = 'VM', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object] $VM,
        [Parameter(Mandatory, Position = 2)] [string] $NewName,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'SnapshotName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'SnapshotName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'SnapshotName')] [object[]] $CimSession
    )
    process {
        foreach ($pair in @(Find-HyperVCheckpoint $PSCmdlet $VMSnapshot $VM $VMName $Name -single)) {
            if (-not $PSCmdlet.ShouldProcess($pair.checkpoint.name)) { continue }
            Invoke-HyperV $PSCmdlet @{ call = 'rename'; vmId = $pair.vm.id; checkpointId = $pair.checkpoint.id; name = $NewName }
            if ($Passthru) { Get-VMSnapshot -Id $pair.checkpoint.id }
        }
    }
}

function Remove-VMSnapshot {
    [CmdletBinding(DefaultParameterSetName = 'SnapshotName', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'SnapshotName', Mandatory, Position = 0)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'SnapshotObject', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object[]] $VMSnapshot,
        [Parameter(ParameterSetName = 'SnapshotName', Position = 1)] [Parameter(ParameterSetName = 'VMObject', Position = 1)] [string[]] $Name = '*',
        [Alias('IncludeAllChildCheckpoints')] [switch] $IncludeAllChildSnapshots,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'SnapshotName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'SnapshotName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'SnapshotName')] [object[]] $CimSession
    )
    process {
        if (-not (Test-HyperVJobRequest $PSCmdlet $AsJob $Passthru)) { return }
        foreach ($pair in @(Find-HyperVCheckpoint $PSCmdlet $VMSnapshot $VM $VMName $Name)) {
            if (-not $PSCmdlet.ShouldProcess($pair.checkpoint.name)) { continue }
            $request = @{ call = 'remove'; vmId = $pair.vm.id; checkpointId = $pair.checkpoint.id; withSubtree = [bool]$IncludeAllChildSnapshots }
            Invoke-HyperV $PSCmdlet $request
            if ($Passthru) { ConvertTo-VMSnapshot $pair.vm $pair.checkpoint }
        }
    }
}

function Export-VMSnapshot {
    [CmdletBinding(DefaultParameterSetName = 'SnapshotName', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'SnapshotName', Mandatory, Position = 0)] [Parameter(ParameterSetName = 'VMObject', Mandatory)] [string[]] $Name,
        [Parameter(Mandatory, Position = 1)] [string] $Path,
        [Parameter(ParameterSetName = 'SnapshotName', Mandatory)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'SnapshotObject', Mandatory, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object[]] $VMSnapshot,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'SnapshotName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'SnapshotName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'SnapshotName')] [object[]] $CimSession
    )
    process {
        if (-not (Test-HyperVJobRequest $PSCmdlet $AsJob $Passthru)) { return }
        foreach ($pair in @(Find-HyperVCheckpoint $PSCmdlet $VMSnapshot $VM $VMName $Name)) {
            if (-not $PSCmdlet.ShouldProcess($pair.checkpoint.name)) { continue }
            Invoke-HyperV $PSCmdlet @{ call = 'export'; vmId = $pair.vm.id; checkpointId = $pair.checkpoint.id; folder = $Path }
            if ($Passthru) { ConvertTo-VMSnapshot $pair.vm $pair.checkpoint }
        }
    }
}
