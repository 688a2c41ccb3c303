# A disk file that somebody uses and all above it, each once among all that were asked for, and whether it could be opened:
# what is above one that could not is known to nobody.
param([string] $path, $seen)
if ($path -eq '') {
    [ordered]@{ path = ''; isRead = $false }
}
while ($path -ne '' -and -not $seen[$path]) {
    $seen[$path] = $true
    $file = Get-DiskFile $path
    [ordered]@{ path = $path; isRead = $null -ne $file.size }
    $path = $file.parent
}
