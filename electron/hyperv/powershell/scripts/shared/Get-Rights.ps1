# What the account's token says, by the numbers that are the same in every language and without a .NET type, which
# Constrained Language Mode would refuse: S-1-16-12288 and above is an elevated administrator, S-1-5-32-578 a member
# of Hyper-V Administrators.
param([bool] $isWindowsHost)
if (-not $isWindowsHost) {
    return 'unknown'
}
try {
    $groups = "$(& "$env:SystemRoot\System32\whoami.exe" /groups /fo csv /nh)"
    if ($groups -match 'S-1-16-(12288|16384)') {
        'elevated'
    } elseif ($groups -match 'S-1-5-32-578') {
        'hyper-v-administrator'
    } else {
        'none'
    }
}
catch {
    'unknown'
}
