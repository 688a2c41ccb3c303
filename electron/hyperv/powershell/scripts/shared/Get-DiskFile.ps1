# One file of a disk: its size, what the guest sees of the disk, and the file above it; null and nothing where it can't be
# read. To open a file costs Hyper-V time, so what was found is kept until it is asked for afresh.
param([string] $path)
if ($null -eq $global:SavepointDiskFiles) {
    $global:SavepointDiskFiles = @{}
}
if ($null -eq $global:SavepointDiskFiles[$path]) {
    $found = @{ size = $null; capacity = $null; parent = '' }
    try {
        $file = Hyper-V\Get-VHD -Path $path -ErrorAction Stop
        $found = @{ size = [long]$file.FileSize; capacity = [long]$file.Size; parent = "$($file.ParentPath)" }
    }
    catch {
        $null = $_
    }
    $global:SavepointDiskFiles[$path] = $found
}
$global:SavepointDiskFiles[$path]
