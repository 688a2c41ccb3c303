# The bytes of the picture that Hyper-V draws of a screen, as numbers between commas: Constrained Language Mode has no
# way to Base64, so the other side makes that. Nothing where Hyper-V draws none.
param([guid] $settingsId, [int] $width, [int] $height)
$namespace = 'root/virtualization/v2'
$query = "SELECT InstanceID FROM Msvm_VirtualSystemSettingData WHERE InstanceID = 'Microsoft:$("$settingsId".ToUpper())'"
try {
    $class = 'Msvm_VirtualSystemManagementService'
    $service = CimCmdlets\Get-CimInstance -Namespace $namespace -ClassName $class -ErrorAction Stop
    $settings = CimCmdlets\Get-CimInstance -Namespace $namespace -Query $query -ErrorAction Stop
    $request = @{ TargetSystem = $settings; WidthPixels = [uint16]$width; HeightPixels = [uint16]$height }
    $answer = CimCmdlets\Invoke-CimMethod -InputObject $service -MethodName 'GetVirtualSystemThumbnailImage' -Arguments $request -Confirm:$false -ErrorAction Stop
    if ($answer.ReturnValue -eq 0) {
        $answer.ImageData -join ','
    }
}
catch {
    $null = $_
}
