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
# Nobody promises that each machine has a summary. It may also have come, or gone, since the summaries were read.
foreach ($name in $rows.systems.Keys) {
    if (-not $summarized[$name]) {
        try {
            Read-VmByItself $name $jobs
        }
        catch {
            @{ id = "$name".ToLower(); error = $_ }
        }
    }
}
