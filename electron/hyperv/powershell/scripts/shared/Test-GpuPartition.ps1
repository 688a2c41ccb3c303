# By CIM on versions of Windows without the cmdlet; null where neither answers.
param($vm)
try {
    return @(Hyper-V\Get-VMGpuPartitionAdapter -VM $vm -ErrorAction Stop).Count -gt 0
}
catch {
    $null = $_
}
try {
    $query = 'SELECT InstanceID FROM Msvm_GpuPartitionSettingData'
    $partitions = @(CimCmdlets\Get-CimInstance -Namespace 'root/virtualization/v2' -Query $query -ErrorAction Stop)
    @($partitions | Where-Object { "$($_.InstanceID)" -like "Microsoft:$($vm.Id)\*" }).Count -gt 0
}
catch {
    $null
}
