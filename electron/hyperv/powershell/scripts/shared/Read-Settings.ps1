# What the cmdlets do not tell of a checkpoint, for all of them in one query: the policy under which it was taken,
# and its parent, which costs a query each when a checkpoint object is asked. Empty where CIM does not answer.
param([string] $filter = '')
$settings = @{}
try {
    $query = "SELECT InstanceID, UserSnapshotType, Parent FROM Msvm_VirtualSystemSettingData $filter"
    $found = CimCmdlets\Get-CimInstance -Namespace 'root/virtualization/v2' -Query $query -ErrorAction Stop
    foreach ($each in $found) {
        if ("$($each.InstanceID)" -notmatch 'Microsoft:([0-9A-Fa-f-]{36})$') {
            continue
        }
        $id = $Matches[1].ToLower()
        $parentId = $null
        if ("$($each.Parent)" -match 'Microsoft:([0-9A-Fa-f-]{36})') {
            $parentId = $Matches[1]
        }
        $settings[$id] = @{ policy = $each.UserSnapshotType; parentId = $parentId }
    }
}
catch {
    $settings = @{}
}
$settings
