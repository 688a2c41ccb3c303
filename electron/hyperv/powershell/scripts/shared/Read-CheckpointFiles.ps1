# The files of a checkpoint beside those of its disks. Hyper-V names its configuration alone; what the firmware keeps and
# the memory lie beside it under the same name, or, from older versions, in a folder of that name. Nothing where CIM does
# not answer.
param([guid] $checkpointId)
$id = "$checkpointId".ToUpper()
try {
    $query = 'SELECT InstanceID, ConfigurationDataRoot, ConfigurationFile FROM Msvm_VirtualSystemSettingData ' +
        "WHERE InstanceID = 'Microsoft:$id'"
    $settings = @(CimCmdlets\Get-CimInstance -Namespace 'root/virtualization/v2' -Query $query -ErrorAction Stop)
}
catch {
    $settings = @()
}
foreach ($setting in @($settings | Where-Object { $_.ConfigurationFile })) {
    $configuration = "$($setting.ConfigurationDataRoot)".TrimEnd('\') + '\' + $setting.ConfigurationFile
    $stem = $configuration -replace '\.[^.\\]*$', ''
    $others = "$stem.vmgs", "$stem.vmrs", "$stem\$id.bin", "$stem\$id.vsv"
    foreach ($path in @($configuration) + $others) {
        $file = Get-Item -LiteralPath $path -Force -ErrorAction SilentlyContinue
        if ($null -ne $file) {
            [ordered]@{ path = $path; size = [long]$file.Length }
        } elseif ($path -eq $configuration) {
            [ordered]@{ path = $path; size = $null }
        }
    }
}
