# Tells of changes for as long as it is listened to: the Id of the machine and nothing more, for another session reads
# what became of it. A line every few seconds shows that it still works. Ends where Hyper-V may have forgotten that
# anybody listens, which it never says: then all is to be read anew.
$service = Get-ServiceProcess
Register-Changes $service
Write-Reply 'part' @{ kind = 'listening' }
while (Test-Listening $service) {
    Wait-Changes 3
    Write-Reply 'part' @{ kind = 'alive' }
}
Write-Reply 'done'
