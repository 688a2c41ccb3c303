# What the list does not tell of a virtual machine, since each of it costs Hyper-V a question. Its files are opened anew.
# The heartbeat travels by its name in the enumeration, for its text is in the host's language.
param([guid] $vmId)
$vm = Find-Vm $vmId
$global:SavepointDiskFiles = $null
Write-Reply 'done' ([ordered]@{
    hardware     = Read-Hardware @{ VM = $vm }
    memoryDemand = [long]$vm.MemoryDemand
    isClustered  = [bool]$vm.IsClustered
    heartbeat    = "$($vm.Heartbeat)"
})
