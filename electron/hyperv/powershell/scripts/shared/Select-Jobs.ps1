param($jobs, [guid] $vmId)
foreach ($each in $jobs["$vmId"]) {
    if ($null -ne $each) {
        $each
    }
}
