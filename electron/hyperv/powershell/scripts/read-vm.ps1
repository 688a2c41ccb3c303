# One virtual machine, now. One that CIM does not know is asked of the cmdlets.
param([guid] $vmId)
$rows = Read-CimRows "$vmId"
$jobs = Read-Jobs
if ($null -ne $rows -and $rows.systems.Count -gt 0 -and $rows.summaries.Count -gt 0) {
    $vm = Read-Vms $rows $jobs
} else {
    $vm = Read-VmByItself $vmId $jobs
}
if ($null -ne $vm.error) {
    throw $vm.error
}
Write-Reply 'done' @{ ($vm.kind) = $vm.facts; figures = $vm.figures }
