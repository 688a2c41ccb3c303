# How the module asks the simulated host. Each app has one, whichever of its PowerShell processes asks first.
$script:StandInUrl = $null
$script:IsWindowsPowerShell = $PSVersionTable.PSVersion.Major -lt 6
if ($script:IsWindowsPowerShell) {
    Add-Type -AssemblyName System.Net.Http
}
$script:StandInClient = [System.Net.Http.HttpClient]::new()
$script:StandInClient.Timeout = [System.Threading.Timeout]::InfiniteTimeSpan

function Invoke-StandIn {
    # Answers the value; an error comes back as an object of the type StandInFailure.
    param([hashtable] $request)
    if ($null -eq $script:StandInUrl) {
        $script:StandInUrl = Get-StandInUrl
    }
    $json = ConvertTo-Json -InputObject $request -Depth 5 -Compress
    $content = [System.Net.Http.StringContent]::new($json, [System.Text.Encoding]::UTF8, 'application/json')
    $response = $script:StandInClient.PostAsync($script:StandInUrl, $content).GetAwaiter().GetResult()
    $text = $response.Content.ReadAsStringAsync().GetAwaiter().GetResult()
    # Names may look like dates, and must not become any, as they never do in Windows PowerShell.
    $asText = if ($script:IsWindowsPowerShell) { @{} } else { @{ DateKind = 'String' } }
    $answer = ConvertFrom-Json -InputObject $text @asText
    if ($answer.PSObject.Properties.Name -contains 'error') {
        $answer.error.PSObject.TypeNames.Insert(0, 'StandInFailure')
        return $answer.error
    }
    $answer.value
}

function Get-StandInUrl {
    if ($env:SAVEPOINT_STAND_IN_URL) {
        return $env:SAVEPOINT_STAND_IN_URL
    }
    $app = Get-AppId
    $state = Join-Path ([System.IO.Path]::GetTempPath()) "savepoint-stand-in-$app"
    $lock = Wait-StandInLock "$state.lock"
    try {
        if (Test-StandInServer $state) {
            return [System.IO.File]::ReadAllText($state)
        }
        $url = & node (Join-Path $PSScriptRoot '../launch-server.mjs') $app $state
        if (-not $url) {
            throw 'The server of the stand-in module could not be started.'
        }
        $url
    }
    finally {
        $lock.Dispose()
    }
}

function Get-AppId {
    # The process that started this one. Windows PowerShell tells it only by WMI.
    if ($script:IsWindowsPowerShell) {
        return (Get-WmiObject -Class Win32_Process -Filter "ProcessId = $PID").ParentProcessId
    }
    (Get-Process -Id $PID).Parent.Id
}

function Wait-StandInLock {
    # Held by one process at a time; the system takes it back from one that dies.
    param([string] $path)
    for ($attempt = 0; $attempt -lt 600; $attempt++) {
        try {
            return [System.IO.File]::Open($path, 'OpenOrCreate', 'ReadWrite', 'None')
        }
        catch [System.IO.IOException] {
            Start-Sleep -Milliseconds 50
        }
    }
    throw 'Another process has been starting the server of the stand-in module for too long.'
}

function Test-StandInServer {
    # A file may be left of an app that had this process id before.
    param([string] $state)
    if (-not (Test-Path -LiteralPath $state)) {
        return $false
    }
    try {
        $content = [System.Net.Http.StringContent]::new('{"call":"host"}')
        $null = $script:StandInClient.PostAsync([System.IO.File]::ReadAllText($state), $content).GetAwaiter().GetResult()
        $true
    }
    catch {
        $false
    }
}
