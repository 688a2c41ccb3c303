# Each virtual machine as it is read: from the rows of CIM where there are any, else by the cmdlets.
param($rows, $jobs)
if ($null -eq $rows) {
    Read-VmsByCmdlets $jobs
    return
}
$summarized = @{}
foreach ($summary in $rows.summaries) {
    $summarized[$summary.Name] = $true
    $id = "$($summary.Name)".ToLower()
    try {
        Read-VmOfRows $summary $rows.systems[$summary.Name] $rows.checkpoints[$summary.Name] (Select-Jobs $jobs $id)
    }
    catch {
        @{ id = $id; error = $_ }
    }
}
foreach ($name in $rows.systems.Keys) {
    if (-not $summarized[$name]) {
        @{ id = "$name".ToLower(); error = (New-Problem 'Hyper-V gives no summary of this virtual machine.') }
    }
}
