# What all cmdlets do before their own work: report errors as Hyper-V does, and find what they are to work on.
function Write-HyperVError {
    # The cmdlets' errors do not end a pipeline by themselves; -ErrorAction Stop makes them.
    param($cmdlet, [string] $errorId, [string] $category, [string] $message, $target)
    $exception = [VirtualizationException]::new($message)
    $exception.ErrorIdentifier = $errorId
    $exception.ErrorCategory = $category
    $class = $cmdlet.MyInvocation.MyCommand.Name.Replace('-', '')
    $fullId = "$errorId,Microsoft.HyperV.PowerShell.Commands.$class"
    $record = [System.Management.Automation.ErrorRecord]::new($exception, $fullId, $category, $target)
    # Thrown, the record keeps its id to the letter; written, PowerShell adds the name of the function.
    if ($ErrorActionPreference -eq 'Stop') {
        throw $record
    }
    $cmdlet.WriteError($record)
}

function Invoke-HyperV {
    # Asks the simulated host on behalf of a cmdlet; nothing comes back where it said no.
    param($cmdlet, [hashtable] $request)
    if (-not (Test-HyperVAccess $cmdlet)) {
        return
    }
    # Some versions of Windows show an account without rights an empty host, and no error.
    if ($env:SAVEPOINT_STAND_IN_RIGHTS -eq 'empty' -and $request.call -eq 'vms') {
        return
    }
    $answer = Invoke-StandIn $request
    if ($null -ne $answer -and $answer.PSObject.TypeNames[0] -eq 'StandInFailure') {
        Write-HyperVError $cmdlet $answer.errorId $answer.category $answer.message $answer.target
        return
    }
    $answer
}

function Select-HyperVText {
    # What the module says by itself is in the host's language, as what the simulated host says.
    param([string] $english, [string] $german)
    if ($env:SAVEPOINT_STAND_IN_CULTURE -eq 'de-DE') { $german } else { $english }
}

function Test-HyperVAccess {
    param($cmdlet)
    $others = @($cmdlet.MyInvocation.BoundParameters['ComputerName'] | Where-Object { $_ -and $_ -notin '.', 'localhost', [System.Environment]::MachineName })
    if ($others.Count -gt 0) {
        $message = Select-HyperVText "The computer '$others' could not be resolved." "Der Computer ""$others"" konnte nicht aufgelöst werden."
        Write-HyperVError $cmdlet 'InvalidParameter' 'InvalidArgument' $message "$others"
        return $false
    }
    if ($env:SAVEPOINT_STAND_IN_SERVICE -in 'Stopped', 'Missing') {
        $message = Select-HyperVText 'Hyper-V encountered an error trying to access an object on computer ''localhost'' because the object was not found. Verify that the Virtual Machine Management service on the computer is running.' 'Hyper-V hat beim Zugriff auf ein Objekt auf dem Computer "localhost" einen Fehler festgestellt, da das Objekt nicht gefunden wurde. Stellen Sie sicher, dass der Dienst "Verwaltung virtueller Computer" ausgeführt wird.'
        Write-HyperVError $cmdlet 'ObjectNotFound' 'ObjectNotFound' $message
        return $false
    }
    if ($env:SAVEPOINT_STAND_IN_RIGHTS -eq 'denied') {
        $message = Select-HyperVText 'You do not have the required permission to complete this task.' 'Sie verfügen nicht über die erforderlichen Berechtigungen, um diese Aufgabe auszuführen.'
        Write-HyperVError $cmdlet 'AccessDenied' 'PermissionDenied' $message
        return $false
    }
    $true
}

function Find-HyperVMachine {
    # By object as it is now, or by name; names are patterns without regard to case.
    param($cmdlet, $machines, [string[]] $names)
    if ($null -ne $machines) {
        foreach ($machine in $machines) {
            $found = @(Invoke-HyperV $cmdlet @{ call = 'vms'; vmId = "$($machine.Id)" })
            if ($found.Count -eq 0) {
                Write-HyperVError $cmdlet 'ObjectNotFound' 'ObjectNotFound' 'Hyper-V was unable to find a virtual machine.'
            }
            $found
        }
        return
    }
    $all = @(Invoke-HyperV $cmdlet @{ call = 'vms' })
    foreach ($name in $names) {
        $found = @($all | Where-Object name -Like $name)
        if ($found.Count -eq 0 -and -not [wildcardpattern]::ContainsWildcardCharacters($name)) {
            Write-HyperVError $cmdlet 'ObjectNotFound' 'ObjectNotFound' "Hyper-V was unable to find a virtual machine with name ""$name""."
        }
        $found
    }
}

function Find-HyperVCheckpoint {
    # Pairs of a checkpoint and its machine, by object or by name.
    param($cmdlet, $snapshots, $machines, [string[]] $vmNames, [string[]] $names, [switch] $single)
    $found = @(
        if ($null -ne $snapshots) {
            foreach ($snapshot in $snapshots) {
                foreach ($vm in @(Invoke-HyperV $cmdlet @{ call = 'vms'; vmId = "$($snapshot.VMId)" })) {
                    $vm.checkpoints | Where-Object id -EQ "$($snapshot.Id)" | ForEach-Object { @{ vm = $vm; checkpoint = $_ } }
                }
            }
        } else {
            foreach ($vm in @(Find-HyperVMachine $cmdlet $machines $vmNames)) {
                foreach ($each in $vm.checkpoints) {
                    if ($names.Where({ $each.name -like $_ }).Count -gt 0) {
                        @{ vm = $vm; checkpoint = $each }
                    }
                }
            }
        }
    )
    if ($found.Count -eq 0) {
        Write-HyperVError $cmdlet 'ObjectNotFound' 'ObjectNotFound' 'Hyper-V was unable to find a checkpoint matching the given criteria.'
    } elseif ($single -and $found.Count -gt 1) {
        Write-HyperVError $cmdlet 'InvalidParameter' 'InvalidArgument' 'More than one checkpoint matches the given criteria.'
    } else {
        $found
    }
}

function Test-HyperVJobRequest {
    # No script of ours runs a cmdlet as a job, so the stand-in does not either.
    param($cmdlet, [bool] $asJob, [bool] $passthru)
    if ($asJob -and $passthru) {
        Write-HyperVError $cmdlet 'InvalidParameter' 'InvalidArgument' 'The parameters AsJob and Passthru cannot be used together.'
    } elseif ($asJob) {
        Write-HyperVError $cmdlet 'NotSupported' 'InvalidOperation' 'The stand-in module does not run jobs.'
    }
    -not $asJob
}
