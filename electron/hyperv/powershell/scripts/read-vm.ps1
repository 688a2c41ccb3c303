param([guid] $vmId)
$vm = Find-Vm $vmId
$settings = Read-Settings "WHERE VirtualSystemIdentifier = '$("$vmId".ToUpper())'"
Write-Reply 'done' @{ vm = (Read-Vm $vm $settings (Read-Jobs)) }
