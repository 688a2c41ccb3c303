# No cmdlet writes the notes of a checkpoint; WMI does, from an instance written as XML that holds only what changes.
param([string] $checkpointId, [string] $notes)
$text = $notes.Replace('&', '&amp;').Replace('<', '&lt;').Replace('>', '&gt;').Replace("`r", '&#13;')
$instance = '<INSTANCE CLASSNAME="Msvm_VirtualSystemSettingData">' +
    '<PROPERTY NAME="InstanceID" TYPE="string"><VALUE>Microsoft:' + $checkpointId.ToUpper() + '</VALUE></PROPERTY>' +
    '<PROPERTY.ARRAY NAME="Notes" TYPE="string"><VALUE.ARRAY><VALUE>' + $text + '</VALUE></VALUE.ARRAY></PROPERTY.ARRAY>' +
    '</INSTANCE>'
$namespace = 'root/virtualization/v2'
$class = 'Msvm_VirtualSystemManagementService'
$service = CimCmdlets\Get-CimInstance -Namespace $namespace -ClassName $class -ErrorAction Stop
$arguments = @{ SystemSettings = $instance }
$result = CimCmdlets\Invoke-CimMethod -InputObject $service -MethodName 'ModifySystemSettings' -Arguments $arguments -Confirm:$false -ErrorAction Stop
if ($result.ReturnValue -eq 4096) {
    Wait-HostJob $result.Job
} elseif ($result.ReturnValue -ne 0) {
    throw "ModifySystemSettings: $($result.ReturnValue)"
}
