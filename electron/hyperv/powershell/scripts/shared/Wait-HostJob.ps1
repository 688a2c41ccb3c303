# Follows one of Hyper-V's own jobs to its end: 7 is completed, 32768 completed with warnings, what lies between failed.
param($job)
$current = CimCmdlets\Get-CimInstance -InputObject $job -ErrorAction Stop
while ($current.JobState -lt 7) {
    Start-Sleep -Milliseconds 100
    $current = CimCmdlets\Get-CimInstance -InputObject $job -ErrorAction Stop
}
if ($current.JobState -ne 7 -and $current.JobState -ne 32768) {
    throw "$($current.ErrorDescription)"
}
