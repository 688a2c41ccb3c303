# Who answers, and what it may do. The other side waits for this before it asks anything. The folder of modules comes
# through the environment, so that no path ever becomes script text.
$isWindowsHost = $env:OS -eq 'Windows_NT'
if ($env:SAVEPOINT_MODULE_PATH) {
    $separator = if ($isWindowsHost) { ';' } else { ':' }
    $env:PSModulePath = $env:SAVEPOINT_MODULE_PATH + $separator + $env:PSModulePath
}
# The first import takes seconds. That there is no module is told when it is asked for, see connect.
try {
    Import-Module -Name 'Hyper-V' -ErrorAction Stop
}
catch {
    $null = $_
}
Write-Reply 'done' ([ordered]@{
    version      = "$($PSVersionTable.PSVersion)"
    edition      = "$($PSVersionTable.PSEdition)"
    languageMode = "$($ExecutionContext.SessionState.LanguageMode)"
    culture      = "$PSUICulture"
    rights       = Get-Rights $isWindowsHost
})
