# What was told of it before is forgotten, so that it is told anew as soon as it can be read again.
param($vm)
if ($null -ne $vm.id) {
    $global:SavepointTold.Remove($vm.id)
    $global:SavepointFigures.Remove($vm.id)
}
Write-Reply 'part' @{ unread = @{ vmId = $vm.id; error = (Get-ErrorFacts $vm.error) } }
