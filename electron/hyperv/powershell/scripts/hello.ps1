# Who answers, and what it may do. The other side waits for this before it asks anything. The folder of modules comes
# through the environment, so that no path ever becomes script text.
$isWindowsHost = $env:OS -eq 'Windows_NT'
if ($env:SAVEPOINT_MODULE_PATH) {
    $separator = if ($isWindowsHost) { ';' } else { ':' }
    $env:PSModulePath = $env:SAVEPOINT_MODULE_PATH + $separator + $env:PSModulePath
}
$problem = $null
try {
    Import-Module -Name 'Hyper-V' -ErrorAction Stop
}
catch {
    $problem = Get-ErrorFacts $_
}
Write-Reply 'done' ([ordered]@{
    version       = "$($PSVersionTable.PSVersion)"
    edition       = "$($PSVersionTable.PSEdition)"
    languageMode  = "$($ExecutionContext.SessionState.LanguageMode)"
    culture       = "$PSUICulture"
    rights        = Get-Rights $isWindowsHost
    moduleProblem = $problem
})
