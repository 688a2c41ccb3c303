# A guest is asked to shut down and never forced, for that would lose what is not saved in it.
param([guid] $vmId, [string] $action)
$vm = Find-Vm $vmId
switch ($action) {
    'start' { $null = Hyper-V\Start-VM -VM $vm -Confirm:$false -ErrorAction Stop }
    'shut-down' { $null = Hyper-V\Stop-VM -VM $vm -Confirm:$false -ErrorAction Stop }
    'turn-off' { $null = Hyper-V\Stop-VM -VM $vm -TurnOff -Confirm:$false -ErrorAction Stop }
    'save' { $null = Hyper-V\Save-VM -VM $vm -Confirm:$false -ErrorAction Stop }
    'pause' { $null = Hyper-V\Suspend-VM -VM $vm -Confirm:$false -ErrorAction Stop }
    'resume' { $null = Hyper-V\Resume-VM -VM $vm -Confirm:$false -ErrorAction Stop }
    default { throw "Unknown action: $action" }
}
Write-Reply 'done'
