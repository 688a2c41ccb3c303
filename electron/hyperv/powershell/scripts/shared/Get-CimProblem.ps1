# What CIM does not tell though the list needs it; nothing where all is there. Only what it tells of no machine at all
# is missing: one machine may be odd by itself, and of one that is off some versions of Windows may tell less.
param($rows)
$ofSystem = 'VirtualSystemSubType', 'UserSnapshotType', 'SnapshotDataRoot', 'ConfigurationDataRoot'
$ofSummary = 'EnabledState', 'HealthState', 'OperationalStatus', 'Version'
if (-not (Test-AnyHasAll $rows.systems.Values $ofSystem) -or -not (Test-AnyHasAll $rows.summaries $ofSummary)) {
    'properties-missing'
}
