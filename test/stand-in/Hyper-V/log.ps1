function Get-WinEvent {
    # The log of Hyper-V alone, for the systems on which PowerShell has no such cmdlet. The newest comes first.
    [CmdletBinding()]
    param([Parameter(Mandatory)] [hashtable] $FilterHashtable)
    $null = Invoke-StandIn @{ call = 'note-costly-read'; property = 'Get-WinEvent' }
    if ($FilterHashtable.LogName -ne 'Microsoft-Windows-Hyper-V-VMMS-Admin') {
        Write-LogError $PSCmdlet 'NoMatchingLogsFound' 'There is not an event log on the localhost computer that matches the name.'
        return
    }
    $since = [System.DateTimeOffset]::new([datetime]$FilterHashtable.StartTime).ToUnixTimeMilliseconds()
    $found = @(Invoke-StandIn @{ call = 'events'; since = $since })
    if ($found.Count -eq 0) {
        Write-LogError $PSCmdlet 'NoMatchingEventsFound' 'No events were found that match the specified selection criteria.'
        return
    }
    foreach ($each in $found) {
        $entry = [pscustomobject][ordered]@{
            TimeCreated = ConvertTo-LocalTime $each.at
            Message     = $each.message
            Properties  = @(foreach ($value in $each.values) { [pscustomobject]@{ Value = $value } })
        }
        $entry.PSObject.TypeNames.Insert(0, 'System.Diagnostics.Eventing.Reader.EventLogRecord')
        $entry
    }
}

function Write-LogError {
    param($cmdlet, [string] $errorId, [string] $message)
    $fullId = "$errorId,Microsoft.PowerShell.Commands.GetWinEventCommand"
    $cmdlet.WriteError([System.Management.Automation.ErrorRecord]::new([System.Exception]::new($message), $fullId, 'ObjectNotFound', $null))
}
