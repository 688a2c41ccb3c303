# Tells what changed within so many seconds. Ends at once where the clock is set back, as it is by itself on a night in
# autumn: what shows that it still listens would be an hour late.
param([int] $seconds)
$start = Get-Date
$end = $start.AddSeconds($seconds)
for ($now = $start; $now -ge $start -and $now -lt $end; $now = Get-Date) {
    $null = Wait-Event -Timeout 1
    foreach ($change in @(Get-Event)) {
        Remove-Event -EventIdentifier $change.EventIdentifier
        Write-Change $change.SourceIdentifier $change.SourceEventArgs.NewEvent
    }
}
