# Only properties that the provider has at hand: a thumbnail or a list of checkpoints would cost a look at each machine.
param([string] $vmId)
$ofSummary = ''
$ofSettings = ''
if ($vmId -ne '') {
    $ofSummary = " WHERE Name = '$($vmId.ToUpper())'"
    $ofSettings = " WHERE VirtualSystemIdentifier = '$($vmId.ToUpper())'"
}
$namespace = 'root/virtualization/v2'
$query = 'SELECT Name, ElementName, EnabledState, OtherEnabledState, HealthState, OperationalStatus, ' +
    'StatusDescriptions, UpTime, ProcessorLoad, MemoryUsage, Version, Notes, CreationTime, ReplicationMode ' +
    "FROM Msvm_SummaryInformation$ofSummary"
$summaries = @(CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop)
$query = 'SELECT InstanceID, VirtualSystemIdentifier, VirtualSystemType, VirtualSystemSubType, ElementName, ' +
    'CreationTime, Parent, UserSnapshotType, IsSaved, IsAutomaticSnapshot, AutomaticSnapshotsEnabled, ' +
    "SnapshotDataRoot, ConfigurationDataRoot, Notes FROM Msvm_VirtualSystemSettingData$ofSettings"
$systems = @{}
$checkpoints = @{}
CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop | ForEach-Object {
    if ($_.VirtualSystemType -eq 'Microsoft:Hyper-V:System:Realized') {
        $systems[$_.VirtualSystemIdentifier] = $_
    } elseif ($_.VirtualSystemType -like 'Microsoft:Hyper-V:Snapshot:*') {
        $checkpoints[$_.VirtualSystemIdentifier] += @($_)
    }
}
# Some versions of Windows may list checkpoints among the summaries; a machine is what has settings of its own.
@{
    summaries   = @($summaries | Where-Object { $null -ne $_.Name -and $null -ne $systems[$_.Name] })
    systems     = $systems
    checkpoints = $checkpoints
}
