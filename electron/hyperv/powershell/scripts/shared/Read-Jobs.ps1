# What Hyper-V is working on, whoever asked for it, by virtual machine: that is how a merge or an export started
# elsewhere gets its percent. Empty where CIM does not answer.
$jobs = @{}
try {
    $namespace = 'root/virtualization/v2'
    $query = 'SELECT InstanceID, JobType, PercentComplete, Cancellable FROM Msvm_ConcreteJob WHERE JobState = 4'
    $running = @{}
    foreach ($each in (CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop)) {
        $running["$($each.InstanceID)"] = [ordered]@{
            id = "$($each.InstanceID)"
            type = [int]$each.JobType
            percent = [int]$each.PercentComplete
            cancellable = [bool]$each.Cancellable
        }
    }
    if ($running.Count -gt 0) {
        $query = 'SELECT AffectedElement, AffectingElement FROM Msvm_AffectedJobElement'
        foreach ($link in (CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop)) {
            $job = $running["$($link.AffectingElement.InstanceID)"]
            if ($null -ne $job) {
                $vmId = "$($link.AffectedElement.Name)".ToLower()
                $jobs[$vmId] = @($jobs[$vmId]) + $job
            }
        }
    }
}
catch {
    $jobs = @{}
}
$jobs
