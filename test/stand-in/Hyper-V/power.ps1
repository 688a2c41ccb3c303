# The state that an action leads to; a machine that is in it already is told in a warning, and is no error.
$script:PowerTargets = @{
    'start' = 'Running'; 'shut-down' = 'Off'; 'turn-off' = 'Off'; 'save' = 'Saved'; 'pause' = 'Paused'; 'resume' = 'Running'
}

function Set-HyperVPower {
    param($cmdlet, $machines, [string[]] $names, [string] $action, [bool] $asJob, [bool] $passthru)
    if (-not (Test-HyperVJobRequest $cmdlet $asJob $passthru)) { return }
    foreach ($machine in @(Find-HyperVMachine $cmdlet $machines $names)) {
        if (-not $cmdlet.ShouldProcess($machine.name)) { continue }
        if ($machine.state -eq $script:PowerTargets[$action]) {
            $cmdlet.WriteWarning('The virtual machine is already in the specified state.')
        } else {
            Invoke-HyperV $cmdlet @{ call = 'power'; vmId = $machine.id; action = $action }
        }
        if ($passthru) { Get-VM -Id $machine.id }
    }
}

function Start-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'Name')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [object[]] $CimSession
    )
    process {
        Set-HyperVPower $PSCmdlet $VM $Name 'start' $AsJob $Passthru
    }
}

function Stop-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [switch] $Save,
        [switch] $TurnOff,
        [switch] $Force,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'Name')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [object[]] $CimSession
    )
    process {
        Set-HyperVPower $PSCmdlet $VM $Name $(if ($TurnOff) { 'turn-off' } elseif ($Save) { 'save' } else { 'shut-down' }) $AsJob $Passthru
    }
}

function Save-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'Name')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [object[]] $CimSession
    )
    process {
        Set-HyperVPower $PSCmdlet $VM $Name 'save' $AsJob $Passthru
    }
}

function Suspend-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'Name')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [object[]] $CimSession
    )
    process {
        Set-HyperVPower $PSCmdlet $VM $Name 'pause' $AsJob $Passthru
    }
}

function Resume-VM {
    [CmdletBinding(DefaultParameterSetName = 'Name', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'Name', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMName')] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [switch] $AsJob,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'Name')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'Name')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'Name')] [object[]] $CimSession
    )
    process {
        Set-HyperVPower $PSCmdlet $VM $Name 'resume' $AsJob $Passthru
    }
}
