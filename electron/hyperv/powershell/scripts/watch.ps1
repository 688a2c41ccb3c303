# Tells of changes for as long as it is listened to: the Id of the machine and nothing more, for another session reads
# what became of it. A line every few seconds shows that it still works. Ends where Hyper-V may have forgotten that
# anybody listens, which it never says: then all is to be read anew. It ends as well when the app is gone, for nobody
# tells a process that what it prints is read by no one.
param([int] $appId)
$app = Microsoft.PowerShell.Management\Get-Process -Id $appId -ErrorAction Stop
$service = Get-ServiceProcess
Register-Changes $service
Write-Reply 'part' @{ kind = 'listening' }
while (-not $app.HasExited -and (Test-Listening $service)) {
    Wait-Changes 3
    Write-Reply 'part' @{ kind = 'alive' }
}
Write-Reply 'done'
