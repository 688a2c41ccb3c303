# The service is enabled by its object, which was found by its component: what it is called here makes no difference.
param([guid] $vmId)
$vm = Find-Vm $vmId
$service = Find-BackupService $vm
if ($null -eq $service) {
    throw 'SavepointNoBackupService'
}
$null = Hyper-V\Enable-VMIntegrationService -VMIntegrationService $service -Confirm:$false -ErrorAction Stop
Write-Reply 'done'
