# What a change of a machine, as it was before and is after it, is in events of one class of WMI's.
function Get-Indication {
    param($class, $change)
    $before = Get-InstancesByKey $class $change.before
    $after = Get-InstancesByKey $class $change.after
    foreach ($key in @($before.Keys) + @($after.Keys) | Select-Object -Unique) {
        $previous = $before[$key]
        $target = $after[$key]
        if ($null -eq $previous) {
            New-Indication '__InstanceCreationEvent' $target $null
        } elseif ($null -eq $target) {
            New-Indication '__InstanceDeletionEvent' $previous $null
        } elseif ((ConvertTo-Json -InputObject $previous) -ne (ConvertTo-Json -InputObject $target)) {
            New-Indication '__InstanceModificationEvent' $target $previous
        }
    }
}

function Get-InstancesByKey {
    param($class, $state)
    $found = @{}
    if ($null -eq $state) {
        return $found
    }
    switch ($class) {
        'Msvm_ComputerSystem' { $found[$state.vm.id] = Get-ComputerSystem $state.vm }
        'Msvm_VirtualSystemSettingData' { foreach ($each in @(Get-SettingData $state.vm)) { $found[$each.InstanceID] = $each } }
        'Msvm_ConcreteJob' { foreach ($each in @($state.jobs)) { $found[$each.id] = Get-ConcreteJob $each } }
    }
    $found
}

function New-Indication {
    param($name, $target, $previous)
    [pscustomobject]@{
        CimClass         = [pscustomobject]@{ CimClassName = $name }
        TargetInstance   = $target
        PreviousInstance = $previous
    }
}
