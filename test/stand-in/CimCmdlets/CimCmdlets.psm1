. "$PSScriptRoot/../Hyper-V/client.ps1"

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
    if ($Namespace -ne $script:Namespace) {
        throw "Invalid namespace: $Namespace"
    }
    if ($ClassName -eq 'Msvm_VirtualSystemManagementService') {
        return [pscustomobject]@{ CreationClassName = $ClassName }
    }
    if ($Query -notmatch "^SELECT (?<names>[\w, ]+) FROM (?<class>\w+)( WHERE (?<name>\w+) = '?(?<value>[\w-]+)'?)?\s*$") {
        throw "The stand-in does not know this query: $Query$ClassName"
    }
    $names = $Matches.names -split ',\s*'
    $name = $Matches.name
    $value = $Matches.value
    $all = switch ($Matches.class) {
        'Msvm_VirtualSystemSettingData' { foreach ($vm in @(Invoke-StandIn @{ call = 'vms' })) { Get-SettingData $vm } }
        'Msvm_ConcreteJob' { foreach ($job in @(Invoke-StandIn @{ call = 'jobs' })) { Get-ConcreteJob $job } }
        'Msvm_AffectedJobElement' { foreach ($job in @(Invoke-StandIn @{ call = 'jobs' })) { Get-AffectedJobElement $job } }
        default { throw "The stand-in does not know the class $_." }
    }
    # What was not asked for is not there, as on Windows.
    $all | Where-Object { -not $name -or "$($_.$name)" -eq $value } | Select-Object -Property $names
}

function Get-ConcreteJob {
    param($job)
    [pscustomobject]@{
        InstanceID      = $job.id.ToUpper()
        JobType         = [uint16]$job.type
        JobState        = [uint16]@{ Running = 4; Completed = 7; Exception = 10 }[$job.state]
        PercentComplete = [uint16]$job.percent
    }
}

function Get-AffectedJobElement {
    # References come as instances that hold their keys alone.
    param($job)
    [pscustomobject]@{
        AffectedElement  = [pscustomobject]@{ CreationClassName = 'Msvm_ComputerSystem'; Name = $job.vmId.ToUpper() }
        AffectingElement = [pscustomobject]@{ InstanceID = $job.id.ToUpper() }
    }
}

function Get-SettingData {
    # One for the machine as it is, and one for each checkpoint. Ids are in capitals here, and paths double their slashes.
    param($vm)
    $systemId = $vm.id.ToUpper()
    [pscustomobject]@{
        InstanceID              = "Microsoft:$systemId"
        VirtualSystemIdentifier = $systemId
        UserSnapshotType        = $script:UserSnapshotTypes[$vm.checkpointType]
        Parent                  = Get-SettingPath $vm.parentCheckpointId
    }
    foreach ($checkpoint in $vm.checkpoints) {
        [pscustomobject]@{
            InstanceID              = "Microsoft:$($checkpoint.id.ToUpper())"
            VirtualSystemIdentifier = $systemId
            UserSnapshotType        = $script:UserSnapshotTypes[$checkpoint.policyWhenTaken]
            Parent                  = Get-SettingPath $checkpoint.parentId
        }
    }
}

$script:UserSnapshotTypes = @{
    Disabled = [uint16]2; Production = [uint16]3; ProductionOnly = [uint16]4; Standard = [uint16]5
}

function Get-SettingPath {
    param($id)
    if ($null -ne $id) {
        "\\HOST\root\virtualization\v2:Msvm_VirtualSystemSettingData.InstanceID=""Microsoft:$($id.ToUpper())"""
    }
}

function Invoke-CimMethod {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory, Position = 0, ValueFromPipeline)] [psobject] $InputObject,
        [Parameter(Mandatory, Position = 1)] [string] $MethodName,
        [Parameter(Position = 2)] [System.Collections.IDictionary] $Arguments
    )
    if ("$($InputObject.CreationClassName).$MethodName" -ne 'Msvm_VirtualSystemManagementService.ModifySystemSettings') {
        throw "The stand-in does not know the method $MethodName."
    }
    $instance = [System.Xml.XmlDocument]::new()
    # Notes may be blank, which XML drops unless it is told not to.
    $instance.PreserveWhitespace = $true
    $instance.LoadXml($Arguments.SystemSettings)
    $id = $instance.SelectSingleNode("/INSTANCE/PROPERTY[@NAME='InstanceID']/VALUE").InnerText -replace '^Microsoft:', ''
    $notes = $instance.SelectSingleNode("/INSTANCE/PROPERTY.ARRAY[@NAME='Notes']/VALUE.ARRAY/VALUE").InnerText
    $vm = Invoke-StandIn @{ call = 'vms' } | Where-Object { $_.checkpoints.id -contains $id }
    $job = [pscustomobject]@{ InstanceID = "$([guid]::NewGuid())"; JobState = 7; ErrorDescription = '' }
    $failure = Invoke-StandIn @{ call = 'set-notes'; vmId = "$($vm.id)"; checkpointId = $id.ToLower(); notes = $notes }
    if ($null -ne $failure) {
        $job.JobState = 10
        $job.ErrorDescription = $failure.message
    }
    $script:Jobs[$job.InstanceID] = $job
    [pscustomobject]@{ ReturnValue = [uint32]4096; Job = [pscustomobject]@{ InstanceID = $job.InstanceID } }
}
