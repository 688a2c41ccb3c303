# What may stand between the app and Hyper-V. Each is asked by itself, so that one that fails hides no other; what
# can't be found out is null.
$isWindowsHost = $env:OS -eq 'Windows_NT'
Write-Reply 'done' ([ordered]@{
    is32Bit   = [bool]$env:PROCESSOR_ARCHITEW6432
    module    = Get-ModuleFacts
    feature   = Get-FeatureState
    service   = Get-ServiceState
    isInGroup = Get-GroupMembership $isWindowsHost
    cim       = Get-CimState
})
