# What Hyper-V's own log said last of a machine since then. It is found by its Id among the values of an event, for the
# text is in the host's language, and is shown as it is. Null where the log says nothing, or can't be read.
param([guid] $vmId, [datetime] $since)
$message = $null
try {
    $filter = @{ LogName = 'Microsoft-Windows-Hyper-V-VMMS-Admin'; StartTime = $since }
    # The newest comes first.
    foreach ($entry in (Get-WinEvent -FilterHashtable $filter -ErrorAction Stop)) {
        $values = @(foreach ($each in $entry.Properties) { "$($each.Value)" -replace '[{}]', '' })
        if ($values -contains "$vmId" -and "$($entry.Message)" -ne '') {
            $message = "$($entry.Message)"
            break
        }
    }
}
catch {
    $null = $_
}
Write-Reply 'done' @{ message = $message }
