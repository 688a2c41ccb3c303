function Get-Service {
    # Only the service of Hyper-V, for the systems on which PowerShell has no such cmdlet.
    [CmdletBinding()]
    param([Parameter(Position = 0)] [string[]] $Name)
    $status = if ($env:SAVEPOINT_STAND_IN_SERVICE) { $env:SAVEPOINT_STAND_IN_SERVICE } else { 'Running' }
    if ($Name -ne 'vmms' -or $status -eq 'Missing') {
        $exception = [System.InvalidOperationException]::new("Cannot find any service with service name '$Name'.")
        $fullId = 'NoServiceFoundForGivenName,Microsoft.PowerShell.Commands.GetServiceCommand'
        $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($exception, $fullId, 'ObjectNotFound', $Name))
        return
    }
    $service = [pscustomobject]@{ Status = $status; Name = 'vmms'; DisplayName = 'Hyper-V Virtual Machine Management' }
    $service.PSObject.TypeNames.Insert(0, 'System.ServiceProcess.ServiceController')
    $service
}
