function Set-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [CheckpointType] $CheckpointType,
        [string] $SnapshotFileLocation,
        [bool] $AutomaticCheckpointsEnabled,
        [string] $Notes,
        [switch] $AllowUnverifiedPaths,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'Name')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [object[]] $CimSession
    )
    process {
        foreach ($machine in @(Find-HyperVMachine $PSCmdlet $VM $Name)) {
            if (-not $PSCmdlet.ShouldProcess($machine.name)) { continue }
            $request = @{ call = 'change-settings'; vmId = $machine.id }
            if ($PSBoundParameters.ContainsKey('CheckpointType')) { $request.checkpointType = "$CheckpointType" }
            if ($PSBoundParameters.ContainsKey('SnapshotFileLocation')) { $request.snapshotFileLocation = $SnapshotFileLocation }
            if ($PSBoundParameters.ContainsKey('AutomaticCheckpointsEnabled')) { $request.automaticCheckpoints = $AutomaticCheckpointsEnabled }
            if ($PSBoundParameters.ContainsKey('Notes')) { $request.notes = $Notes }
            Invoke-HyperV $PSCmdlet $request
            if ($Passthru) { Get-VM -Id $machine.id }
        }
    }
}
