# The differencing disks of checkpoints in a folder, by the ending that Hyper-V gives them. None where it can't be looked
# into.
param([string] $folder)
try {
    foreach ($file in (Get-ChildItem -LiteralPath $folder -File -Force -ErrorAction Stop)) {
        if ($file.Name -like '*.avhdx' -or $file.Name -like '*.avhd') {
            [ordered]@{ path = "$folder$($file.Name)"; size = [long]$file.Length }
        }
    }
}
catch {
    $null = $_
}
