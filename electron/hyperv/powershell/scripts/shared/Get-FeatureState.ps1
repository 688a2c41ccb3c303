# By CIM, since the cmdlet for features wants an administrator. A feature that this edition of Windows has not is not
# listed at all.
try {
    $query = "SELECT InstallState FROM Win32_OptionalFeature WHERE Name = 'Microsoft-Hyper-V'"
    $features = @(CimCmdlets\Get-CimInstance -Query $query -ErrorAction Stop)
    if ($features.Count -eq 0) {
        'absent'
    } elseif ($features[0].InstallState -eq 1) {
        'on'
    } else {
        'off'
    }
}
catch {
    $null
}
