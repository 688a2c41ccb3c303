# Tells what changed within so many seconds.
param([int] $seconds)
$end = (Get-Date).AddSeconds($seconds)
while ((Get-Date) -lt $end) {
    $null = Wait-Event -Timeout 1
    foreach ($change in @(Get-Event)) {
        Remove-Event -EventIdentifier $change.EventIdentifier
        Write-Change $change.SourceIdentifier $change.SourceEventArgs.NewEvent
    }
}
