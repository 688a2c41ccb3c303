# What decides, besides its policy and state, what a checkpoint of a machine will be. Each is asked by itself, so that one
# that fails hides no other; what can't be found out is null.
param([guid] $vmId)
$vm = Find-Vm $vmId
$disks = @()
try {
    foreach ($drive in (Hyper-V\Get-VMHardDiskDrive -VM $vm -ErrorAction Stop)) {
        $disks += [ordered]@{ path = "$($drive.Path)"; diskNumber = $drive.DiskNumber; isShared = Test-SharedDisk $drive }
    }
}
catch {
    # One that went meanwhile is no machine without disks.
    $null = Find-Vm $vmId
}
$isClustered = $false
try {
    $isClustered = [bool]$vm.IsClustered
}
catch {
    $null = $_
}
Write-Reply 'done' ([ordered]@{
    service         = Read-BackupService $vm
    disks           = $disks
    hasGpuPartition = Test-GpuPartition $vm
    isClustered     = $isClustered
    location        = "$($vm.SnapshotFileLocation)"
    volumes         = @(Read-Volumes)
})
