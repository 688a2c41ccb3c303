# Costs several questions a machine, so it is for hosts on which CIM does not answer.
param($jobs)
$settings = Read-Settings
$vms = @(Hyper-V\Get-VM -ErrorAction SilentlyContinue -ErrorVariable 'problems')
if ($vms.Count -eq 0 -and $problems.Count -gt 0) {
    throw $problems[0]
}
foreach ($problem in $problems) {
    @{ id = $null; error = $problem }
}
foreach ($vm in $vms) {
    try {
        Read-VmByCmdlets $vm $settings $jobs
    }
    catch {
        @{ id = "$($vm.Id)"; error = $_ }
    }
}
