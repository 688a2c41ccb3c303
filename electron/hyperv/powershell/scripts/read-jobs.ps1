# How far Hyper-V is with what it does to one virtual machine.
param([guid] $vmId)
$jobs = Read-Jobs
Write-Reply 'done' @{ jobs = @(Select-Jobs $jobs $vmId) }
