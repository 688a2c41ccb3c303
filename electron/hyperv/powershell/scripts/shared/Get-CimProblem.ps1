# What CIM does not tell though the list needs it; nothing where all is there. One machine shows it for all: the
# classes are the same for each.
param($rows)
foreach ($system in $rows.systems.Values) {
    foreach ($name in 'InstanceID', 'VirtualSystemSubType', 'UserSnapshotType', 'SnapshotDataRoot', 'ConfigurationDataRoot') {
        if ($null -eq $system.$name) {
            return 'properties-missing'
        }
    }
    break
}
if ($rows.summaries.Count -gt 0) {
    foreach ($name in 'EnabledState', 'HealthState', 'OperationalStatus', 'UpTime', 'Version') {
        if ($null -eq $rows.summaries[0].$name) {
            return 'properties-missing'
        }
    }
}
