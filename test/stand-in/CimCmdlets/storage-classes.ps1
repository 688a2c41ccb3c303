# What Windows tells of volumes, and Hyper-V of the parts of machines that decide what a checkpoint will be and cost.
function Get-StandInVolumes {
    param([string[]] $names)
    $null = Invoke-StandIn @{ call = 'note-costly-read'; property = 'Win32_Volume' }
    $volumes = @(foreach ($each in @(Invoke-StandIn @{ call = 'volumes' })) {
        [pscustomobject]@{ Name = $each.root; Capacity = [uint64]$each.size; FreeSpace = [uint64]$each.free }
    })
    # A partition without a letter, as every computer has one; and a drive without a disc in it.
    $volumes += [pscustomobject]@{ Name = '\\?\Volume{5b1f0f0e-0000-0000-0000-100000000000}\'; Capacity = [uint64]524288000; FreeSpace = [uint64]1048576 }
    $volumes += [pscustomobject]@{ Name = 'F:\'; Capacity = $null; FreeSpace = $null }
    Clear-UnaskedProperties $volumes $names
}

function Get-StorageAllocation {
    # What a disk is by itself, a compact disc of the first machine, and every disk file of machines and checkpoints.
    $null = Invoke-StandIn @{ call = 'note-costly-read'; property = 'Msvm_StorageAllocationSettingData' }
    [pscustomobject]@{
        InstanceID      = 'Microsoft:Definition\70BB60D2-A9D3-46AA-B654-3DE53004B4F8\Default'
        ResourceSubType = 'Microsoft:Hyper-V:Virtual Hard Disk'
        HostResource    = [string[]]@('')
    }
    foreach ($use in @(Invoke-StandIn @{ call = 'disk-uses' })) {
        if ($use.isMissing -and $env:SAVEPOINT_STAND_IN_DISKS -eq 'untold') { continue }
        [pscustomobject]@{
            InstanceID      = "Microsoft:$($use.settingsId.ToUpper())\83F8638B-8DCA-4152-9EDA-2CA8B33039B4\0\$($use.location)\L"
            ResourceSubType = if ($use.isDisk) { 'Microsoft:Hyper-V:Virtual Hard Disk' } else { 'Microsoft:Hyper-V:Virtual CD/DVD Disk' }
            HostResource    = [string[]]@($use.path)
        }
    }
}

function Get-VssSettings {
    # 2 is enabled, 3 disabled.
    foreach ($vm in @(Invoke-StandIn @{ call = 'vms' })) {
        if ($env:SAVEPOINT_STAND_IN_BACKUP_SERVICE -ne 'absent') {
            [pscustomobject]@{
                InstanceID   = "Microsoft:$($vm.id.ToUpper())\5CED1297-4598-4915-A5FC-AD21BB4D02A4"
                EnabledState = [uint16]$(if ($vm.vss.enabled) { 2 } else { 3 })
            }
        }
    }
    # What the service is by itself.
    [pscustomobject]@{ InstanceID = 'Microsoft:Definition\D8A1F2C0-3B1E-4A0E-9D6C-2C1C0E6E0B11\Default'; EnabledState = [uint16]2 }
}

function Get-VssComponent {
    # Of a guest that does not run there is none.
    foreach ($vm in @(Invoke-StandIn @{ call = 'vms' } | Where-Object state -EQ 'Running')) {
        [pscustomobject]@{
            SystemName        = $vm.id.ToUpper()
            OperationalStatus = [uint16[]]@(@{ Ok = 2; Degraded = 3; NoContact = 12 }[$vm.vss.status])
        }
    }
}

function Get-GpuPartitionSettings {
    [pscustomobject]@{ InstanceID = 'Microsoft:Definition\9E3C1C17-9A5B-4C0F-8B3A-8A5C4C6D9F21\Default' }
    foreach ($vm in @(Invoke-StandIn @{ call = 'vms' } | Where-Object hasGpuPartition)) {
        [pscustomobject]@{ InstanceID = "Microsoft:$($vm.id.ToUpper())\D2F3A1C4-6B0E-4B39-9C1F-0A7A5D1E7F10" }
    }
}
