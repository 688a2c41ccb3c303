# The screen of a virtual machine, or the one that a checkpoint keeps with its memory. What is off has none.
param([guid] $vmId, [guid] $checkpointId, [int] $width, [int] $height)
$shown = if ($PSBoundParameters.Keys -contains 'checkpointId') {
    Find-Checkpoint $vmId $checkpointId
} else {
    Find-Vm $vmId
}
$pixels = ''
if ("$($shown.State)" -notlike 'Off*') {
    $pixels = Read-Screen "$($shown.Id)" $width $height
}
Write-Reply 'done' @{ pixels = "$pixels" }
