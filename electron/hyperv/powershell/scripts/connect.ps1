# Asks Hyper-V for the least it can be asked, to learn whether it answers. The module is looked for each time, for it
# may have been installed since.
Import-Module -Name 'Hyper-V' -ErrorAction Stop
$hyperVHost = Hyper-V\Get-VMHost -ErrorAction Stop
Write-Reply 'done' ([ordered]@{ name = "$($hyperVHost.Name)" })
