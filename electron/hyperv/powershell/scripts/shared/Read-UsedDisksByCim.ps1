# The class tells of images of compact discs as well, and of what a disk is by itself. Of a checkpoint that is missing it
# may tell no disk, though the files may still be there.
$namespace = 'root/virtualization/v2'
$told = @{}
$query = 'SELECT InstanceID, ResourceSubType, HostResource FROM Msvm_StorageAllocationSettingData'
foreach ($disk in (CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop)) {
    if ($disk.ResourceSubType -eq 'Microsoft:Hyper-V:Virtual Hard Disk' -and "$($disk.InstanceID)" -match '^(Microsoft:[0-9A-Fa-f-]{36})\\') {
        $told[$Matches[1]] = $true
        foreach ($path in $disk.HostResource) {
            "$path"
        }
    }
}
$query = 'SELECT InstanceID, VirtualSystemType FROM Msvm_VirtualSystemSettingData'
foreach ($setting in (CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop)) {
    if ($setting.VirtualSystemType -eq 'Microsoft:Hyper-V:Snapshot:Missing' -and -not $told["$($setting.InstanceID)"]) {
        ''
    }
}
