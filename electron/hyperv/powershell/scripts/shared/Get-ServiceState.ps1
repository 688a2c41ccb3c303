# Null where nobody can tell.
try {
    $service = @(Get-Service -Name 'vmms' -ErrorAction SilentlyContinue)
    if ($service.Count -eq 0) {
        'Missing'
    } elseif ("$($service[0].Status)" -eq 'Running') {
        'Running'
    } else {
        'Stopped'
    }
}
catch {
    $null
}
