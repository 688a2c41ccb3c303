param([string] $kind, $value = @{})
Write-ReplyText $kind (ConvertTo-Json -InputObject $value -Depth 8 -Compress)
