. "$PSScriptRoot/types.ps1"
. "$PSScriptRoot/client.ps1"
. "$PSScriptRoot/objects.ps1"
. "$PSScriptRoot/find.ps1"
. "$PSScriptRoot/get.ps1"
. "$PSScriptRoot/hardware.ps1"
. "$PSScriptRoot/files.ps1"
. "$PSScriptRoot/checkpoints.ps1"
. "$PSScriptRoot/settings.ps1"
. "$PSScriptRoot/power.ps1"
. "$PSScriptRoot/service.ps1"

foreach ($verb in 'Get', 'Restore', 'Rename', 'Remove', 'Export') {
    New-Alias -Name "$verb-VMCheckpoint" -Value "$verb-VMSnapshot"
}
Export-ModuleMember -Function * -Alias *
