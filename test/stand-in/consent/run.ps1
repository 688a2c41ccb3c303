# Runs what PowerShell was given, with stand-ins for what only Windows has. What was asked of them is a line each in the
# folder SAVEPOINT_STAND_IN_CONSENT, which also says by its files how this computer is:
#   answer   yes, no, lost (the second PowerShell ended half way), or nobody knows how that ended (unknown)
#   members  the numbers of the group's members; there is no such group without this file
#   refuses  the administrator may not change the group
#   old      there is no cmdlet for groups
param([string] $encoded)
$lab = $env:SAVEPOINT_STAND_IN_CONSENT

function Test-Lab([string] $file) {
    Test-Path -LiteralPath "$lab/$file"
}

function Write-Asked([string] $line) {
    [IO.File]::AppendAllText("$lab/asked", "$line`n")
}

# As the real one, it tells why only in the language of the system.
function Start-Process {
    param([string] $FilePath, [string] $ArgumentList, [string] $Verb, [string] $WindowStyle, [switch] $Wait, [switch] $PassThru)
    $program, $path = $ArgumentList.Split(' ')[-1], ($FilePath -replace [regex]::Escape($PSHOME), 'PSHOME')
    Write-Asked "$Verb $WindowStyle $path $($ArgumentList.Split(' ')[0..2] -join ' ') wait=$Wait"
    $answer = [IO.File]::ReadAllText("$lab/answer")
    if ($answer -eq 'no') {
        throw [InvalidOperationException]::new('Der Vorgang wurde durch den Benutzer abgebrochen.')
    }
    $null = & $env:SAVEPOINT_STAND_IN_PWSH -NoProfile -NonInteractive -File "$PSScriptRoot/run.ps1" $program
    switch ($answer) {
        'lost' { [pscustomobject]@{ ExitCode = 1 } }
        'unknown' { [pscustomobject]@{ ExitCode = $null } }
        default { [pscustomobject]@{ ExitCode = $LASTEXITCODE } }
    }
}

function New-Refusal([string] $id) {
    [Management.Automation.ErrorRecord]::new([Exception]::new('Das ging nicht.'), $id, 'NotSpecified', $null)
}

if (-not (Test-Lab 'old')) {
    function Add-LocalGroupMember {
        [CmdletBinding()] param([string] $SID, [string[]] $Member)
        Write-Asked "Add-LocalGroupMember $SID $Member modules=$($env:PSModulePath -replace [regex]::Escape($PSHOME), 'PSHOME')"
        $id = if (Test-Lab 'refuses') {
            'AccessDenied'
        } elseif (-not (Test-Lab 'members')) {
            'GroupNotFound'
        } elseif ([IO.File]::ReadAllLines("$lab/members") -contains "$Member") {
            'MemberExists'
        }
        if ($id) {
            $PSCmdlet.WriteError((New-Refusal $id))
            return
        }
        [IO.File]::AppendAllText("$lab/members", "$Member`n")
    }
}

# The program of older systems, which takes names.
function net.exe {
    Write-Asked "net.exe $($args -join ' | ') from $($env:PATH -replace [regex]::Escape($PSHOME), 'PSHOME')"
    $global:LASTEXITCODE = if (Test-Lab 'refuses') { 2 } else { 0 }
}

Import-Module (New-Module -Name 'CimCmdlets' -ScriptBlock {
    function New-CimInstance {
        [CmdletBinding()] param([string] $ClassName, [hashtable] $Property, [string[]] $Key, [switch] $ClientOnly)
        [pscustomobject]@{ Class = $ClassName; SID = $Property[$Key[0]] }
    }
    function Get-CimInstance {
        [CmdletBinding()] param($InputObject)
        $isGroup = $InputObject.SID -eq 'S-1-5-32-578'
        $name = if ($isGroup -and -not (Test-Path -LiteralPath "$env:SAVEPOINT_STAND_IN_CONSENT/members")) {
            ''
        } elseif ($isGroup) {
            'Hyper-V-Administratoren'
        } else {
            "Anna O'Neil"
        }
        [pscustomobject]@{ SID = $InputObject.SID; ReferencedDomainName = 'HV-LAB'; AccountName = $name }
    }
})

. ([scriptblock]::Create([Text.Encoding]::Unicode.GetString([Convert]::FromBase64String($encoded))))
