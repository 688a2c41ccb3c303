. "$PSScriptRoot/types.ps1"
. "$PSScriptRoot/client.ps1"
. "$PSScriptRoot/objects.ps1"
. "$PSScriptRoot/find.ps1"
. "$PSScriptRoot/get.ps1"
. "$PSScriptRoot/hardware.ps1"
. "$PSScriptRoot/files.ps1"
. "$PSScriptRoot/integration.ps1"
. "$PSScriptRoot/log.ps1"
. "$PSScriptRoot/checkpoints.ps1"
. "$PSScriptRoot/settings.ps1"
. "$PSScriptRoot/power.ps1"
. "$PSScriptRoot/service.ps1"

foreach ($verb in 'Get', 'Restore', 'Rename', 'Remove', 'Export') {
    New-Alias -Name "$verb-VMCheckpoint" -Value "$verb-VMSnapshot"
}
# Older versions of Windows have not all of them.
foreach ($name in @("$env:SAVEPOINT_STAND_IN_WITHOUT" -split ',' | Where-Object { $_ })) {
    Remove-Item -LiteralPath "function:$name"
}
Export-ModuleMember -Function * -Alias *
