# Where the configurations of checkpoints are, by their Ids: of one of them, or of all of a machine. Empty where CIM does
# not answer.
param([string] $property, [string] $value)
$places = @{}
try {
    $query = 'SELECT InstanceID, ConfigurationDataRoot, ConfigurationFile FROM Msvm_VirtualSystemSettingData ' +
        "WHERE $property = '$value'"
    foreach ($setting in (CimCmdlets\Get-CimInstance -Namespace 'root/virtualization/v2' -Query $query -ErrorAction Stop)) {
        if ($setting.ConfigurationFile) {
            $id = "$($setting.InstanceID)" -replace '^Microsoft:', ''
            $places[$id] = "$($setting.ConfigurationDataRoot)".TrimEnd('\') + '\' + $setting.ConfigurationFile
        }
    }
}
catch {
    $places = @{}
}
$places
