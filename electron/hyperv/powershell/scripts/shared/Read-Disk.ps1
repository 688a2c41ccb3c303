# A disk, and the files that it is made of: the one that takes the writes, then its parents. A file that can't be read
# costs its size, and ends the chain, for nobody else knows its parent. None is followed twice, should one be its own
# ancestor.
param($drive)
$chain = @()
$capacity = $null
if ($null -eq $drive.DiskNumber) {
    $seen = @{}
    $path = "$($drive.Path)"
    while ($path -ne '' -and -not $seen[$path]) {
        $seen[$path] = $true
        $file = Get-DiskFile $path
        if ($chain.Count -eq 0) {
            $capacity = $file.capacity
        }
        $chain += [ordered]@{ path = $path; size = $file.size }
        $path = $file.parent
    }
}
[ordered]@{
    controllerType     = "$($drive.ControllerType)"
    controllerNumber   = [int]$drive.ControllerNumber
    controllerLocation = [int]$drive.ControllerLocation
    diskNumber         = $drive.DiskNumber
    isShared           = Test-SharedDisk $drive
    capacity           = $capacity
    chain              = $chain
}
