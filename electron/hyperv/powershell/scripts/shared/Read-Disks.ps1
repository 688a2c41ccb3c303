# The disks of a virtual machine or a checkpoint; `$of` is the one parameter that names it by its object.
param($of)
foreach ($drive in (Hyper-V\Get-VMHardDiskDrive @of -ErrorAction Stop)) {
    Read-Disk $drive
}
