# The volumes of the host, every file that a machine or a checkpoint uses, and the differencing disks in the folders of
# those. Which of them nobody uses is for the other side to say. A line for each, since each is opened, and that takes a
# while where there are many.
$global:SavepointDiskFiles = $null
$seen = @{}
Read-UsedDisks | ForEach-Object { Read-UsedFiles $_ $seen } | ForEach-Object { Write-Reply 'part' @{ used = $_ } }
$folders = @{}
foreach ($path in $seen.Keys) {
    $folders[($path -replace '[^\\]*$', '')] = $true
}
foreach ($folder in $folders.Keys) {
    Read-DifferencingFiles $folder | ForEach-Object { Write-Reply 'part' @{ found = $_ } }
}
# What was begun while the folders were looked through belongs to somebody as well.
Read-UsedDisks | ForEach-Object { Read-UsedFiles $_ $seen } | ForEach-Object { Write-Reply 'part' @{ used = $_ } }
Write-Reply 'done' ([ordered]@{ locations = @(Read-Locations); volumes = @(Read-Volumes) })
