# A service that was started again knows nothing of those who listened before, and tells nobody.
param([int] $service)
$listening = @(Get-EventSubscriber | Where-Object { $_.SourceIdentifier -like 'Savepoint-*' })
$listening.Count -eq 3 -and (Get-ServiceProcess) -eq $service
