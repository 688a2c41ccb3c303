# What Hyper-V offers a guest: services, each of which has a name in the host's language, and partitions of a processor
# for graphics.
$script:IntegrationServices = @(
    @{ component = '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47'; english = 'Heartbeat'; german = 'Takt' }
    @{ component = '2A34B1C2-FD73-4043-8A5B-DD2159BC743F'; english = 'Key-Value Pair Exchange'; german = 'Austausch von Schlüsselwertpaaren' }
    @{ component = '9F8233AC-BE49-4C79-8EE3-E7E1985B2077'; english = 'Shutdown'; german = 'Herunterfahren' }
    @{ component = '2497F4DE-E9FA-4204-80E4-4B75C46419C0'; english = 'Time Synchronization'; german = 'Zeitsynchronisierung' }
    @{ component = '5CED1297-4598-4915-A5FC-AD21BB4D02A4'; english = 'VSS'; german = 'VSS (Volumeschattenkopie-Dienst)' }
    @{ component = '6C09BB55-D683-4DA0-8931-C9BF705F6480'; english = 'Guest Service Interface'; german = 'Gastdienstschnittstelle' }
)
$script:BackupComponent = '5CED1297-4598-4915-A5FC-AD21BB4D02A4'

function Get-VMIntegrationService {
    [CmdletBinding(DefaultParameterSetName = 'VMName')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0, ValueFromPipeline)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'VMSnapshot', Mandatory, Position = 0, ValueFromPipeline)] [Alias('VMCheckpoint')]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMSnapshot')] [object] $VMSnapshot,
        [Parameter(Position = 1)] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [object[]] $CimSession
    )
    process {
        $null = Invoke-StandIn @{ call = 'note-costly-read'; property = 'Get-VMIntegrationService' }
        $machines = if ($null -ne $VMSnapshot) { @(@{ Id = $VMSnapshot.VMId }) } else { $VM }
        foreach ($machine in @(Find-HyperVMachine $PSCmdlet $machines $VMName)) {
            foreach ($service in $script:IntegrationServices) {
                $isBackup = $service.component -eq $script:BackupComponent
                if ($isBackup -and $env:SAVEPOINT_STAND_IN_BACKUP_SERVICE -eq 'absent') { continue }
                $called = Select-HyperVText $service.english $service.german
                if (-not $Name -or $Name.Where({ $called -like $_ }).Count -gt 0) {
                    ConvertTo-IntegrationComponent $machine $service.component $called
                }
            }
        }
    }
}

function ConvertTo-IntegrationComponent {
    # Of a guest that does not run there is no status.
    param($vm, [string] $component, [string] $name)
    $isBackup = $component -eq $script:BackupComponent
    $status = if ($vm.state -ne 'Running') { $null } elseif ($isBackup) { [VMIntegrationComponentOperationalStatus]$vm.vss.status } else { [VMIntegrationComponentOperationalStatus]::Ok }
    $service = [pscustomobject][ordered]@{
        Name                       = $name
        Enabled                    = -not $isBackup -or [bool]$vm.vss.enabled
        PrimaryOperationalStatus   = $status
        SecondaryOperationalStatus = $null
        PrimaryStatusDescription   = if ($null -ne $status) { Select-HyperVText 'OK' 'In Ordnung' } else { '' }
        StatusDescription          = [string[]]@()
        Id                         = "Microsoft:$($vm.id.ToUpper())\$component"
        ComputerName               = [System.Environment]::MachineName
    }
    $service.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMIntegrationComponent')
    Add-HyperVOwner $service @{ vmId = $vm.id; vmName = $vm.name }
}

function Enable-VMIntegrationService {
    [CmdletBinding(DefaultParameterSetName = 'VMName', SupportsShouldProcess, ConfirmImpact = 'Medium')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0)] [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0)] [string[]] $Name,
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 1, ValueFromPipeline)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 1, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [Parameter(ParameterSetName = 'VMIntegrationService', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VMIntegrationComponent')] [object[]] $VMIntegrationService,
        [switch] $Passthru,
        [Parameter(ParameterSetName = 'VMName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [object[]] $CimSession
    )
    process {
        $services = switch ($PSCmdlet.ParameterSetName) {
            'VMIntegrationService' { $VMIntegrationService }
            'VMObject' { Get-VMIntegrationService -VM $VM -Name $Name }
            'VMName' { Get-VMIntegrationService -VMName $VMName -Name $Name }
        }
        foreach ($service in $services) {
            if (-not $PSCmdlet.ShouldProcess($service.Name)) { continue }
            # The others are always offered here.
            if ($service.Id -like "*\$script:BackupComponent") {
                Invoke-HyperV $PSCmdlet @{ call = 'enable-backup-service'; vmId = "$($service.VMId)" }
            }
            if ($Passthru) { $service }
        }
    }
}

function Get-VMGpuPartitionAdapter {
    [CmdletBinding(DefaultParameterSetName = 'VMName')]
    param(
        [Parameter(ParameterSetName = 'VMName', Mandatory, Position = 0, ValueFromPipeline)] [string[]] $VMName,
        [Parameter(ParameterSetName = 'VMObject', Mandatory, Position = 0, ValueFromPipeline)]
        [PSTypeName('Microsoft.HyperV.PowerShell.VirtualMachine')] [object[]] $VM,
        [string] $AdapterId,
        [Parameter(ParameterSetName = 'VMName')] [string[]] $ComputerName,
        [Parameter(ParameterSetName = 'VMName')] [pscredential[]] $Credential,
        [Parameter(ParameterSetName = 'VMName')] [object[]] $CimSession
    )
    process {
        $null = Invoke-StandIn @{ call = 'note-costly-read'; property = 'Get-VMGpuPartitionAdapter' }
        foreach ($machine in @(Find-HyperVMachine $PSCmdlet $VM $VMName | Where-Object hasGpuPartition)) {
            $adapter = [pscustomobject][ordered]@{ Id = "Microsoft:$($machine.id.ToUpper())\D2F3A1C4-6B0E-4B39-9C1F-0A7A5D1E7F10" }
            $adapter.PSObject.TypeNames.Insert(0, 'Microsoft.HyperV.PowerShell.VMGpuPartitionAdapter')
            Add-HyperVOwner $adapter @{ vmId = $machine.id; vmName = $machine.name }
        }
    }
}
