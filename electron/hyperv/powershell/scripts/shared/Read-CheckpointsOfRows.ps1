# The checkpoints of one virtual machine, in one function for all: calling one for each would take most of the time.
param($rows)
foreach ($row in $rows) {
    $createdAt = $null
    if ($null -ne $row.CreationTime) {
        $createdAt = $row.CreationTime.ToUniversalTime().ToString('o')
    }
    $parentId = $null
    if ("$($row.Parent)" -match 'Microsoft:([0-9A-Fa-f-]{36})') {
        $parentId = $Matches[1]
    }
    [ordered]@{
        id        = "$($row.InstanceID)" -replace '^Microsoft:', ''
        name      = "$($row.ElementName)"
        parentId  = $parentId
        createdAt = $createdAt
        type      = "$($row.VirtualSystemType)"
        automatic = [bool]$row.IsAutomaticSnapshot
        isSaved   = $row.IsSaved
        policy    = $row.UserSnapshotType
        notes     = $row.Notes -join "`n"
    }
}
