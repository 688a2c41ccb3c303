# The checkpoint itself. One that belongs to another virtual machine is not found.
param([guid] $vmId, [guid] $checkpointId)
$null = Find-Vm $vmId
try {
    $checkpoint = Hyper-V\Get-VMSnapshot -Id $checkpointId -ErrorAction Stop
}
catch {
    if ((Get-ErrorId $_) -eq 'ObjectNotFound' -and (Get-ServiceState) -eq 'Running') {
        throw 'SavepointCheckpointNotFound'
    }
    throw
}
if ($checkpoint.VMId -ne $vmId) {
    throw 'SavepointCheckpointNotFound'
}
$checkpoint
