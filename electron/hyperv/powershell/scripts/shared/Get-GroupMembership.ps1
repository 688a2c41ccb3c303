# Whether the account itself is in Hyper-V Administrators now. Its token says what was true when it signed in. Null
# where nobody can tell, as on older systems whose group holds an account that is gone.
param([bool] $isWindowsHost)
if (-not $isWindowsHost) {
    return $null
}
try {
    $user = & "$env:SystemRoot\System32\whoami.exe" /user /fo csv /nh
    $sid = "$((ConvertFrom-Csv -InputObject $user -Header 'name', 'sid').sid)"
    $members = @(Get-LocalGroupMember -SID 'S-1-5-32-578' -ErrorAction Stop)
    $sid -ne '' -and @($members | Where-Object { "$($_.SID)" -eq $sid }).Count -gt 0
}
catch {
    $null
}
