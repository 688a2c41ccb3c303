# Where the machines keep what their checkpoints hold beside their disks.
try {
    $query = 'SELECT SnapshotDataRoot FROM Msvm_VirtualSystemSettingData'
    $locations = @(CimCmdlets\Get-CimInstance -Namespace 'root/virtualization/v2' -Query $query -ErrorAction Stop | ForEach-Object { "$($_.SnapshotDataRoot)" })
}
catch {
    $locations = @()
}
if ($locations.Count -eq 0) {
    $locations = @(Hyper-V\Get-VM -ErrorAction Stop | ForEach-Object { "$($_.SnapshotFileLocation)" })
}
$locations | Sort-Object -Unique
