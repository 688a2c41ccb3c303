# One checkpoint as plain values.
param($checkpoint, $settings)
$setting = $settings["$($checkpoint.Id)"]
if ($null -eq $setting) {
    $setting = @{ policy = $null; parentId = $checkpoint.ParentSnapshotId }
}
$parentId = $null
if ($null -ne $setting.parentId) {
    $parentId = "$($setting.parentId)"
}
[ordered]@{
    id        = "$($checkpoint.Id)"
    name      = "$($checkpoint.Name)"
    parentId  = $parentId
    createdAt = Format-Moment $checkpoint.CreationTime
    type      = "$($checkpoint.SnapshotType)"
    automatic = [bool]$checkpoint.IsAutomaticCheckpoint
    state     = "$($checkpoint.State)"
    policy    = $setting.policy
    notes     = "$($checkpoint.Notes)"
}
