# Jobs are listened to as well, for a merge tells of its percent there alone. Where a class has events of its own they
# are used; the rest Windows looks up every two seconds.
param([int] $service)
if ($service -eq 0) {
    throw 'SavepointServiceStopped'
}
Get-EventSubscriber | Where-Object { $_.SourceIdentifier -like 'Savepoint-*' } | Unregister-Event
Get-Event | Where-Object { $_.SourceIdentifier -like 'Savepoint-*' } | Remove-Event
foreach ($class in @('Msvm_ComputerSystem', 'Msvm_VirtualSystemSettingData', 'Msvm_ConcreteJob')) {
    $request = @{
        Namespace        = 'root/virtualization/v2'
        Query            = "SELECT * FROM __InstanceOperationEvent WITHIN 2 WHERE TargetInstance ISA '$class'"
        SourceIdentifier = "Savepoint-$class"
        ErrorAction      = 'Stop'
    }
    CimCmdlets\Register-CimIndicationEvent @request
}
