# A service that was started again is another process; 0 where it does not run.
$query = "SELECT ProcessId FROM Win32_Service WHERE Name = 'vmms'"
$services = @(CimCmdlets\Get-CimInstance -Namespace 'root/cimv2' -Query $query -ErrorAction Stop)
if ($services.Count -eq 0) {
    0
} else {
    [int]$services[0].ProcessId
}
