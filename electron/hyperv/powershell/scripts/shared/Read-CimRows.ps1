# Everything of all virtual machines in two queries, or of one by its Id: a summary of each, its settings, and those of
# its checkpoints. Nothing where they are to be read by the cmdlets. Which way it went is kept, with the reason: CIM
# that has never answered well in this session is not asked again, and one that has fails this one reading alone.
param([string] $vmId = '')
if ($global:SavepointReading.strategy -eq 'cmdlets' -and -not $global:SavepointCimHasWorked) {
    return
}
$rows = $null
$reason = $null
$detail = ''
try {
    $rows = Get-CimRows $vmId
    $reason = Get-CimProblem $rows
}
catch {
    $reason = 'query-failed'
    $detail = "$($_.Exception.Message)"
}
# An empty list is believed only where the cmdlets, which say why they can't read, have none either.
if ($null -eq $reason -and $rows.summaries.Count -eq 0 -and $vmId -eq '') {
    if (@(Hyper-V\Get-VM -ErrorAction Stop).Count -gt 0) {
        $reason = 'no-rows'
    }
}
if ($null -eq $reason) {
    if ($rows.summaries.Count -gt 0) {
        $global:SavepointCimHasWorked = $true
    }
    $global:SavepointReading = [ordered]@{ strategy = 'cim'; reason = $null; detail = '' }
    return $rows
}
# One machine may be odd by itself, which says nothing about the others.
if ($vmId -ne '') {
    return
}
# Where the cmdlets can't be asked either, the host is at fault, and nothing is learnt about CIM.
$null = Hyper-V\Get-VMHost -ErrorAction Stop
if ($detail.Length -gt 200) {
    $detail = $detail.Substring(0, 200)
}
$global:SavepointReading = [ordered]@{ strategy = 'cmdlets'; reason = $reason; detail = $detail }
