# What a virtual machine or a checkpoint is made of; `$of` is the one parameter that names it by its object.
param($of)
$memory = Hyper-V\Get-VMMemory @of -ErrorAction Stop
$processor = Hyper-V\Get-VMProcessor @of -ErrorAction Stop
[ordered]@{
    processors      = [int]$processor.Count
    memory          = [ordered]@{
        startup   = [long]$memory.Startup
        isDynamic = [bool]$memory.DynamicMemoryEnabled
        minimum   = [long]$memory.Minimum
        maximum   = [long]$memory.Maximum
    }
    disks           = @(Read-Disks $of)
    networkAdapters = @(foreach ($adapter in (Hyper-V\Get-VMNetworkAdapter @of -ErrorAction Stop)) {
        [ordered]@{
            name                = "$($adapter.Name)"
            switchName          = "$($adapter.SwitchName)"
            macAddress          = "$($adapter.MacAddress)"
            isMacAddressDynamic = [bool]$adapter.DynamicMacAddressEnabled
            ipAddresses         = @(foreach ($address in $adapter.IPAddresses) { "$address" })
        }
    })
}
