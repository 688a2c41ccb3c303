# Asks Hyper-V for the least it can be asked, to learn whether it answers.
$hyperVHost = Hyper-V\Get-VMHost -ErrorAction Stop
Write-Reply 'done' ([ordered]@{ name = "$($hyperVHost.Name)" })
