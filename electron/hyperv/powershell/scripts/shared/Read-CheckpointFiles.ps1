# The files of a checkpoint beside those of its disks. Hyper-V names its configuration alone; what the firmware keeps and
# the memory lie beside it under the same name, or, from older versions, in a folder of that name. Where CIM does not
# tell of it, it is looked for where Hyper-V puts it.
param($checkpoint, $places)
$id = "$($checkpoint.Id)".ToUpper()
$configuration = $places[$id]
if ($null -eq $configuration) {
    $configuration = "$($checkpoint.Path)".TrimEnd('\') + "\Snapshots\$id.vmcx"
}
$stem = $configuration -replace '\.[^.\\]*$', ''
$others = "$stem.vmgs", "$stem.vmrs", "$stem\$id.bin", "$stem\$id.vsv"
foreach ($path in @($configuration) + $others) {
    $file = Get-Item -LiteralPath $path -Force -ErrorAction SilentlyContinue
    if ($null -ne $file) {
        [ordered]@{ path = $path; size = [long]$file.Length }
    } elseif ($path -eq $configuration) {
        [ordered]@{ path = $path; size = $null }
    }
}
