# The virtual machine itself, or an error that says whether it is gone or the host can't be asked.
param([guid] $vmId)
try {
    Hyper-V\Get-VM -Id $vmId -ErrorAction Stop
}
catch {
    if ((Get-ErrorId $_) -eq 'ObjectNotFound' -and (Get-ServiceState) -eq 'Running') {
        throw 'SavepointVmNotFound'
    }
    throw
}
