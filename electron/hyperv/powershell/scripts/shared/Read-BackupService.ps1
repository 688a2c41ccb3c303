# Whether the machine has the backup service, whether it is offered to the guest, and WMI's number for how it does, which
# is the same in every version of Windows and null while the guest does not run. By CIM where the cmdlet does not
# answer; whether it is there is null where neither does.
param($vm)
try {
    $service = Find-BackupService $vm
    $status = $service.PrimaryOperationalStatus
    if ($null -ne $status) {
        $status = [int]$status
    }
    [ordered]@{ isThere = $null -ne $service; isEnabled = [bool]$service.Enabled; status = $status }
}
catch {
    Read-BackupServiceByCim $vm.Id
}
