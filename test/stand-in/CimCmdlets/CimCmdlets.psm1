. "$PSScriptRoot/../Hyper-V/client.ps1"
. "$PSScriptRoot/vm-classes.ps1"
. "$PSScriptRoot/storage-classes.ps1"
. "$PSScriptRoot/indications.ps1"

# The jobs that methods have started, as Hyper-V keeps them.
$script:Jobs = @{}
$script:Namespace = 'root/virtualization/v2'

function Get-CimInstance {
    [CmdletBinding(DefaultParameterSetName = 'ClassName')]
    param(
        [Parameter(ParameterSetName = 'ClassName', Mandatory, Position = 0)] [string] $ClassName,
        [Parameter(ParameterSetName = 'Query', Mandatory)] [string] $Query,
        [Parameter(ParameterSetName = 'Instance', Mandatory, Position = 0, ValueFromPipeline)] [psobject] $InputObject,
        [Parameter(ParameterSetName = 'ClassName')] [Parameter(ParameterSetName = 'Query')] [string] $Namespace = 'root/cimv2'
    )
    if ($PSCmdlet.ParameterSetName -eq 'Instance') {
        return $script:Jobs[$InputObject.InstanceID]
    }
    if ($Query -match '^SELECT ProcessId FROM Win32_Service ') {
        return [pscustomobject]@{ ProcessId = [uint32](Get-StandInServiceProcess) }
    }
    if ($Namespace -eq 'root/cimv2' -and $Query -match '^SELECT (?<names>[\w, ]+) FROM Win32_Volume$' -and $env:SAVEPOINT_STAND_IN_CIM -ne 'missing-Win32_Volume') {
        return Get-StandInVolumes ($Matches.names -split ',\s*')
    }
    Assert-Namespace $Namespace
    if ($ClassName -eq 'Msvm_VirtualSystemManagementService') {
        return [pscustomobject]@{ CreationClassName = $ClassName }
    }
    if ($Query -notmatch "^SELECT (?<names>[\w, ]+) FROM (?<class>\w+)( WHERE (?<name>\w+) = '?(?<value>[\w:-]+)'?)?\s*$") {
        throw "The stand-in does not know this query: $Query$ClassName"
    }
    $names = $Matches.names -split ',\s*'
    $name = $Matches.name
    $value = $Matches.value
    $class = $Matches.class
    if ("missing-$class" -eq $env:SAVEPOINT_STAND_IN_CIM) {
        throw "Invalid class: $class"
    }
    # To an account without rights, and where it is told to, CIM shows nothing and says nothing about it.
    if ($env:SAVEPOINT_STAND_IN_RIGHTS -in 'denied', 'empty' -or $env:SAVEPOINT_STAND_IN_CIM -eq 'empty') {
        return
    }
    $vms = @{ call = 'vms' }
    # Of a whole host nearly all would be thrown away again where one is asked for by its Id.
    if ($value) { $vms.ofId = ($value -replace '^Microsoft:', '').ToLower() }
    $all = switch ($class) {
        'Msvm_SummaryInformation' { foreach ($vm in @(Invoke-StandIn ($vms + @{ isBrief = $true }))) { Get-SummaryInformation $vm } }
        'Msvm_VirtualSystemSettingData' { foreach ($vm in @(Invoke-StandIn $vms)) { Get-SettingData $vm } }
        'Msvm_ConcreteJob' { foreach ($job in @(Invoke-StandIn @{ call = 'jobs' })) { Get-ConcreteJob $job } }
        'Msvm_AffectedJobElement' { foreach ($job in @(Invoke-StandIn @{ call = 'jobs' })) { Get-AffectedJobElement $job } }
        'Msvm_StorageAllocationSettingData' { Get-StorageAllocation }
        'Msvm_VssComponentSettingData' { Get-VssSettings }
        'Msvm_VssComponent' { Get-VssComponent }
        'Msvm_GpuPartitionSettingData' { Get-GpuPartitionSettings }
        default { throw "The stand-in does not know the class $_." }
    }
    if ($name) {
        $all = $all | Where-Object $name -EQ $value
    }
    Clear-UnaskedProperties $all $names
}

function Clear-UnaskedProperties {
    # What was not asked for is null, as on Windows. What Windows does not know can't be asked for.
    param($rows, [string[]] $names)
    $known = @($rows | Select-Object -First 1).ForEach({ $_.PSObject.Properties.Name })
    foreach ($name in $names) {
        if ($known.Count -gt 0 -and $known -notcontains $name) {
            throw "Invalid query: there is no property $name."
        }
    }
    $unasked = @($known | Where-Object { $names -notcontains $_ })
    foreach ($row in $rows) {
        foreach ($name in $unasked) {
            if ($null -ne $row.$name) { $row.$name = $null }
        }
        $row
    }
}

function Assert-Namespace {
    param([string] $namespace)
    $isThere = $env:SAVEPOINT_STAND_IN_SERVICE -notin 'Stopped', 'Missing' -and $env:SAVEPOINT_STAND_IN_CIM -ne 'invalid-namespace'
    if ($namespace -ne $script:Namespace -or -not $isThere) {
        throw "Invalid namespace: $namespace"
    }
}

function Get-StandInServiceProcess {
    # 0 where the service does not run.
    if ($env:SAVEPOINT_STAND_IN_SERVICE -in 'Stopped', 'Missing') {
        return 0
    }
    (Invoke-StandIn @{ call = 'service' }).process
}

function Get-AffectedJobElement {
    # References come as instances that hold their keys alone.
    param($job)
    [pscustomobject]@{
        AffectedElement  = [pscustomobject]@{ CreationClassName = 'Msvm_ComputerSystem'; Name = $job.vmId.ToUpper() }
        AffectingElement = [pscustomobject]@{ InstanceID = $job.id.ToUpper() }
    }
}

function Invoke-CimMethod {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 1)] [string] $MethodName,
        [Parameter(Position = 2)] [System.Collections.IDictionary] $Arguments
    )
    if ($MethodName -eq 'RequestStateChange') {
        return Stop-ConcreteJob $InputObject $Arguments
    }
    if ("$($InputObject.CreationClassName).$MethodName" -eq 'Msvm_VirtualSystemManagementService.GetVirtualSystemThumbnailImage') {
        return Get-ScreenPicture $Arguments
    }
    if ("$($InputObject.CreationClassName).$MethodName" -ne 'Msvm_VirtualSystemManagementService.ModifySystemSettings') {
        throw "The stand-in does not know the method $MethodName."
    }
    $instance = [System.Xml.XmlDocument]::new()
    # Notes may be blank, which XML drops unless it is told not to.
    $instance.PreserveWhitespace = $true
    $instance.LoadXml($Arguments.SystemSettings)
    $id = $instance.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='InstanceID']/VALUE").InnerText -replace '^Microsoft:', ''
    $notes = $instance.SelectSingleNode("/INSTANCE/PROPERTY.ARRAY[@NAME='Notes']/VALUE.ARRAY/VALUE").InnerText
    $vm = Invoke-StandIn @{ call = 'vms'; ofId = $id.ToLower() }
    $job = [pscustomobject]@{ InstanceID = "$([guid]::NewGuid())"; JobState = 7; ErrorDescription = '' }
    $failure = Invoke-StandIn @{ call = 'set-notes'; vmId = "$($vm.id)"; checkpointId = $id.ToLower(); notes = $notes }
    if ($null -ne $failure) {
        $job.JobState = 10
        $job.ErrorDescription = $failure.message
    }
    $script:Jobs[$job.InstanceID] = $job
    [pscustomobject]@{ ReturnValue = [uint32]4096; Job = [pscustomobject]@{ InstanceID = $job.InstanceID } }
}

function Get-ScreenPicture {
    # 32773 is what Hyper-V answers to wrong arguments.
    param($arguments)
    if ($arguments.WidthPixels -isnot [uint16] -or $arguments.HeightPixels -isnot [uint16] -or "$($arguments.TargetSystem.InstanceID)" -notlike 'Microsoft:*') {
        return [pscustomobject]@{ ReturnValue = [uint32]32773 }
    }
    $id = $arguments.TargetSystem.InstanceID -replace '^Microsoft:', ''
    $pixels = Invoke-StandIn @{ call = 'screen'; settingsId = $id; width = [int]$arguments.WidthPixels; height = [int]$arguments.HeightPixels }
    # Of a machine that shows nothing there are no bytes.
    $bytes = if ($null -ne $pixels) { [System.Convert]::FromBase64String($pixels) } else { [byte[]]@() }
    [pscustomobject]@{ ReturnValue = [uint32]0; ImageData = [byte[]]$bytes }
}

function Stop-ConcreteJob {
    # 4 is "terminate". 32775 is what Hyper-V answers of a job that is not in the state for it.
    param($job, $arguments)
    if ($arguments.RequestedState -isnot [uint16] -or $arguments.RequestedState -ne 4) {
        return [pscustomobject]@{ ReturnValue = [uint32]32773 }
    }
    $failure = Invoke-StandIn @{ call = 'cancel-job'; jobId = "$($job.InstanceID)".ToLower() }
    [pscustomobject]@{ ReturnValue = [uint32]$(if ($null -eq $failure) { 0 } else { 32775 }) }
}
