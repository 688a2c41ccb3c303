# Every volume of this computer and where it is mounted. Nothing where CIM does not answer.
try {
    $query = 'SELECT Name, Capacity, FreeSpace FROM Win32_Volume'
    foreach ($volume in (CimCmdlets\Get-CimInstance -Namespace 'root/cimv2' -Query $query -ErrorAction Stop)) {
        [ordered]@{ root = "$($volume.Name)"; size = $volume.Capacity; free = $volume.FreeSpace }
    }
}
catch {
    $null = $_
}
