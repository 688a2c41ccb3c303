# Whether it is offered is among the settings, which tell of all machines; how it does is told by the service itself.
param([guid] $vmId)
$namespace = 'root/virtualization/v2'
$isThere = $null
$isEnabled = $false
$status = $null
try {
    $query = 'SELECT InstanceID, EnabledState FROM Msvm_VssComponentSettingData'
    $settings = @(CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop)
    $own = @($settings | Where-Object { "$($_.InstanceID)" -like "Microsoft:$vmId\*" })
    # Where it shows no machine at all, it shows nothing to this account.
    if ($settings.Count -gt 0) {
        $isThere = $own.Count -gt 0
        $isEnabled = $isThere -and $own[0].EnabledState -eq 2
    }
    $query = "SELECT SystemName, OperationalStatus FROM Msvm_VssComponent WHERE SystemName = '$("$vmId".ToUpper())'"
    foreach ($component in (CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop)) {
        $status = [int]@($component.OperationalStatus)[0]
    }
}
catch {
    $null = $_
}
[ordered]@{ isThere = $isThere; isEnabled = $isEnabled; status = $status }
