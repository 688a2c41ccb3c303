# The disk files that machines and checkpoints name, each by its path; an empty one where somebody has disks that nobody
# tells. By a few queries for all of them, or by the cmdlets where CIM has none: to an account without rights it shows
# nothing, and no error.
$paths = @()
try {
    $paths = @(Read-UsedDisksByCim)
}
catch {
    $paths = @()
}
if ($paths.Count -gt 0) {
    return $paths
}
foreach ($vm in (Hyper-V\Get-VM -ErrorAction Stop)) {
    try {
        (Hyper-V\Get-VMHardDiskDrive -VM $vm -ErrorAction Stop) | Where-Object { $null -eq $_.DiskNumber } | ForEach-Object { "$($_.Path)" }
        foreach ($checkpoint in (Hyper-V\Get-VMSnapshot -VM $vm -ErrorAction Stop)) {
            $drives = @(Hyper-V\Get-VMHardDiskDrive -VMSnapshot $checkpoint -ErrorAction Stop)
            if ($drives.Count -eq 0 -and "$($checkpoint.SnapshotType)" -eq 'Missing') {
                ''
            }
            $drives | Where-Object { $null -eq $_.DiskNumber } | ForEach-Object { "$($_.Path)" }
        }
    }
    catch {
        ''
    }
}
