# Events of changes, as WMI raises them. A runspace beside ours waits for the simulated host, for ours waits for events.
function Register-CimIndicationEvent {
    [CmdletBinding()]
    param(
        [Parameter(Mandatory)] [string] $Namespace,
        [Parameter(Mandatory)] [string] $Query,
        [Parameter(Mandatory)] [string] $SourceIdentifier
    )
    Assert-Namespace $Namespace
    if ($Query -notmatch "^SELECT \* FROM __InstanceOperationEvent WITHIN \d+ WHERE TargetInstance ISA '(?<class>\w+)'$") {
        throw "The stand-in does not know this query: $Query"
    }
    $class = $Matches.class
    if ($class -notin 'Msvm_ComputerSystem', 'Msvm_VirtualSystemSettingData', 'Msvm_ConcreteJob') {
        throw "The stand-in does not know events of the class $class."
    }
    # So that Get-EventSubscriber shows it, as it shows one of the real cmdlet.
    $null = $ExecutionContext.Events.SubscribeEvent($null, $null, $SourceIdentifier, $null, [scriptblock]$null, $false, $false)
    $since = (Invoke-StandIn @{ call = 'changes'; since = -1 }).last
    $listener = [powershell]::Create()
    $null = $listener.AddScript($script:Listen).AddArgument($PSScriptRoot).AddArgument($class)
    $null = $listener.AddArgument($SourceIdentifier).AddArgument($since).AddArgument($ExecutionContext.Events)
    $null = $listener.AddArgument([runspace]::DefaultRunspace)
    $null = $listener.BeginInvoke()
}

$script:Listen = {
    param($folder, $class, $source, $since, $events, $listening)
    . "$folder/../Hyper-V/client.ps1"
    . "$folder/vm-classes.ps1"
    . "$folder/indication-of-change.ps1"
    # A process whose own work is done does not end while a runspace in it goes on.
    while ($listening.RunspaceStateInfo.State -eq 'Opened') {
        $answer = Invoke-StandIn @{ call = 'changes'; since = $since; class = $class }
        # A service that ended tells nobody who listened.
        if ($answer.isForgotten) {
            return
        }
        $since = $answer.last
        foreach ($indication in @($answer.changes | Where-Object { $_ } | ForEach-Object { Get-Indication $class $_ })) {
            $arguments = [System.EventArgs]::new()
            Add-Member -InputObject $arguments -NotePropertyName NewEvent -NotePropertyValue $indication
            $null = $events.GenerateEvent($source, $null, @($arguments), $null)
        }
    }
}
