# One virtual machine by the cmdlets, which say whether it is gone.
param([guid] $vmId, $jobs)
$settings = Read-Settings "WHERE VirtualSystemIdentifier = '$("$vmId".ToUpper())'"
Read-VmByCmdlets (Find-Vm $vmId) $settings $jobs
