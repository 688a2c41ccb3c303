# Asks Hyper-V to end one of its own jobs. It answers at once; whoever waits for the job sees it end. The job is looked
# for among those of that machine, and by comparing, so that nothing from outside becomes part of a query.
param([guid] $vmId, [guid] $jobId)
$known = @(Select-Jobs (Read-Jobs) $vmId | Where-Object { $_.id -eq "$jobId" })
if ($known.Count -eq 0) {
    throw 'SavepointNothingToCancel'
}
$query = 'SELECT InstanceID FROM Msvm_ConcreteJob WHERE JobState = 4'
$job = CimCmdlets\Get-CimInstance -Namespace 'root/virtualization/v2' -Query $query -ErrorAction Stop | Where-Object { $_.InstanceID -eq "$jobId" }
if ($null -eq $job) {
    throw 'SavepointNothingToCancel'
}
$answer = CimCmdlets\Invoke-CimMethod -InputObject $job -MethodName 'RequestStateChange' -Arguments @{ RequestedState = [uint16]4 } -Confirm:$false -ErrorAction Stop
if ($answer.ReturnValue -ne 0 -and $answer.ReturnValue -ne 4096) {
    throw 'SavepointNotCancelled'
}
Write-Reply 'done'
