# What lies on the drives of the simulated host.
function Get-VHD {
    [CmdletBinding(DefaultParameterSetName = 'Path')]
    param(
        [Parameter(ParameterSetName = 'Path', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('FullName')] [string[]] $Path,
        [Parameter(ParameterSetName = 'Disk', Mandatory, Position = 0, ValueFromPipelineByPropertyName)] [Alias('Number')] [uint32] $DiskNumber,
        [Parameter(ParameterSetName = 'VMId', Mandatory, Position = 0, ValueFromPipeline, ValueFromPipelineByPropertyName)] [Alias('Id')] [guid[]] $VMId,
        [string[]] $ComputerName,
        [pscredential[]] $Credential,
        [object[]] $CimSession
    )
    process {
        if ($env:SAVEPOINT_STAND_IN_DISKS -eq 'hanging') {
            # Storage that is far away, and does not answer.
            Start-Sleep -Seconds 3600
        }
        foreach ($each in $Path) {
            $script:FirstAsked = if ($script:FirstAsked) { $script:FirstAsked } else { $each }
            $null = Invoke-StandIn @{ call = 'note-costly-read'; property = 'Get-VHD' }
            $file = Invoke-HyperV $PSCmdlet @{ call = 'disk-file'; path = $each }
            if ($null -eq $file) {
                $message = Select-HyperVText "Getting the mounted storage instance for the path '$each' failed. The system cannot find the file specified." "Fehler beim Abrufen der bereitgestellten Speicherinstanz für den Pfad ""$each"". Das System kann die angegebene Datei nicht finden."
                Write-HyperVError $PSCmdlet 'FileNotFound' 'ObjectNotFound' $message $each
                continue
            }
            # A base file may claim that another hangs above it, which is its own child.
            $parent = if ($env:SAVEPOINT_STAND_IN_DISKS -eq 'looping' -and $null -eq $file.parentPath) { $script:FirstAsked } else { $file.parentPath }
            $disk = [pscustomobject][ordered]@{
                Path         = $file.path
                VhdFormat    = if ($each -match '\.a?vhd$') { [VhdFormat]::VHD } else { [VhdFormat]::VHDX }
                VhdType      = if ($null -eq $parent) { [VhdType]::Dynamic } else { [VhdType]::Differencing }
                FileSize     = [uint64]$file.fileSize
                Size         = [uint64]$file.size
                ParentPath   = $parent
                ComputerName = [System.Environment]::MachineName
            }
            $disk.PSObject.TypeNames.Insert(0, 'Microsoft.Vhd.PowerShell.VirtualHardDisk')
            $disk
        }
    }
}

function Get-Item {
    # Files of the simulated host, written as Windows writes them; all others are of this system.
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string[]] $LiteralPath, [switch] $Force)
    foreach ($each in $LiteralPath) {
        if ($each -notmatch '^[A-Z]:\\') {
            Microsoft.PowerShell.Management\Get-Item -LiteralPath $each -Force:$Force
            continue
        }
        $file = Invoke-StandIn @{ call = 'checkpoint-file'; path = $each }
        if ($null -eq $file) {
            $exception = [System.Management.Automation.ItemNotFoundException]::new("Cannot find path '$each' because it does not exist.")
            $fullId = 'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand'
            $PSCmdlet.WriteError([System.Management.Automation.ErrorRecord]::new($exception, $fullId, 'ObjectNotFound', $each))
            continue
        }
        [pscustomobject]@{ FullName = $each; Length = [long]$file.length }
    }
}

function Get-ChildItem {
    # Files of the simulated host, in folders written as Windows writes them; all others are of this system.
    [CmdletBinding()]
    param([Parameter(Mandatory, Position = 0)] [string[]] $LiteralPath, [switch] $File, [switch] $Force)
    foreach ($each in $LiteralPath) {
        if ($each -notmatch '^[A-Z]:\\') {
            Microsoft.PowerShell.Management\Get-ChildItem -LiteralPath $each -File:$File -Force:$Force
            continue
        }
        $null = Invoke-StandIn @{ call = 'note-costly-read'; property = 'Get-ChildItem' }
        if ($env:SAVEPOINT_STAND_IN_TAKING_VM) {
            # Somebody takes a checkpoint right before the folder is looked into.
            $null = Invoke-StandIn @{ call = 'create-checkpoint'; vmId = $env:SAVEPOINT_STAND_IN_TAKING_VM; name = $null }
        }
        foreach ($found in @(Invoke-StandIn @{ call = 'folder-files'; path = $each } | Where-Object { $_ })) {
            [pscustomobject]@{ FullName = $found.path; Name = $found.path -replace '^.*\\', ''; Length = [long]$found.size }
        }
    }
}
