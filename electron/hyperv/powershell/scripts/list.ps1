# What changed since this session was last asked: each changed virtual machine a line of its own, as soon as it is
# read, the running figures of all others in one line, and who is gone. A fresh session has told nothing yet.
# One machine that can't be read is told as such and never hides the others.
param([bool] $afresh)
if ($afresh -or $null -eq $global:SavepointTold) {
    $global:SavepointTold = @{}
    $global:SavepointFigures = @{}
    Write-Reply 'part' @{ afresh = $true }
}
$rows = Read-CimRows
$now = (Get-Date).ToUniversalTime().Ticks / 10000
$there = @{}
$figures = [ordered]@{}
$isWhole = $true
Read-Vms $rows (Read-Jobs) | ForEach-Object {
    if ($null -eq $_.id) {
        $isWhole = $false
    } else {
        $there[$_.id] = $true
    }
    if ($null -ne $_.error) {
        Write-Unread $_
    } else {
        Write-ChangedVm $_ $now $figures
    }
}
if ($figures.Count -gt 0) {
    Write-Reply 'part' @{ figures = $figures }
}
# Who is missing from a list that is not whole may only not have been read.
$removed = @()
if ($isWhole) {
    $removed = @(foreach ($id in $global:SavepointTold.Keys) { if (-not $there[$id]) { $id } })
}
foreach ($id in $removed) {
    $global:SavepointTold.Remove($id)
    $global:SavepointFigures.Remove($id)
}
Write-Reply 'done' ([ordered]@{ removed = $removed; reading = $global:SavepointReading })
