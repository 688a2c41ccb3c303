# Whether there is one among the rows that has all of these properties. Of no rows nothing is missing.
param($rows, $names)
$isFirst = $true
foreach ($row in $rows) {
    $isFirst = $false
    $hasAll = $true
    foreach ($name in $names) {
        if ($null -eq $row.$name) {
            $hasAll = $false
        }
    }
    if ($hasAll) {
        return $true
    }
}
$isFirst
