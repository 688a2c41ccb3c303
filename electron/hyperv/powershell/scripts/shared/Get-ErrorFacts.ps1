# With the service down Hyper-V says "object not found" of everything, so the service is looked at then.
param($record)
$errorId = Get-ErrorId $record
$message = "$($record.Exception.Message)"
if ($errorId -like 'Savepoint*') {
    $message = ''
}
$service = $null
if ($errorId -eq 'ObjectNotFound') {
    $service = Get-ServiceState
}
[ordered]@{
    errorId  = $errorId
    category = "$($record.CategoryInfo.Category)"
    message  = $message
    service  = $service
}
