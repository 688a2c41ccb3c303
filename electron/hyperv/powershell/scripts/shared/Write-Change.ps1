# A machine that runs changes all the time by its figures alone, of which nobody is told. A job does not say which
# machine it works on.
param([string] $source, $change)
$now = $change.TargetInstance
$before = $change.PreviousInstance
if ($null -ne $before -and (Format-Change $source $now) -eq (Format-Change $source $before)) {
    return
}
if ($source -eq 'Savepoint-Msvm_ConcreteJob') {
    Write-Reply 'part' @{ kind = 'changed'; vmId = $null }
    return
}
$id = "$($now.Name)"
if ($source -eq 'Savepoint-Msvm_VirtualSystemSettingData') {
    $id = "$($now.VirtualSystemIdentifier)"
}
if ($id -match '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$') {
    Write-Reply 'part' @{ kind = 'changed'; vmId = $id }
}
