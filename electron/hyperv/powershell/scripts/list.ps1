# One virtual machine a line. One that can't be read is told as such and never hides the others: it may have been
# deleted while the list was read.
$settings = Read-Settings
$jobs = Read-Jobs
$vms = @(Hyper-V\Get-VM -ErrorAction SilentlyContinue -ErrorVariable 'problems')
if ($vms.Count -eq 0 -and $problems.Count -gt 0) {
    throw $problems[0]
}
foreach ($problem in $problems) {
    Write-Reply 'part' @{ unread = @{ vmId = $null; error = (Get-ErrorFacts $problem) } }
}
foreach ($vm in $vms) {
    try {
        Write-Reply 'part' @{ vm = (Read-Vm $vm $settings $jobs) }
    }
    catch {
        Write-Reply 'part' @{ unread = @{ vmId = "$($vm.Id)"; error = (Get-ErrorFacts $_) } }
    }
}
Write-Reply 'done'
