# Tells a virtual machine that is not as it was told last. Where only its figures changed, they are put with those of
# the others. When it started is compared rather than how long it has been up: that runs on by itself, and the other
# side knows how long ago it was told.
param($vm, [long] $now, $figures)
$json = ConvertTo-Json -InputObject $vm.facts -Depth 6 -Compress
$cpuUsage, $memoryAssigned, $uptime = $vm.figures
$started = 0
if ($uptime -gt 0) {
    $started = $now - $uptime
}
$last = $global:SavepointFigures[$vm.id]
if ($null -eq $last) {
    $last = @(0, 0, 0)
}
$drift = $started - $last[2]
$isNews = $global:SavepointTold[$vm.id] -cne $json
if ($isNews) {
    Write-ReplyText 'part' ('{"' + $vm.kind + '":' + $json + ',"figures":[' + ($vm.figures -join ',') + ']}')
    $global:SavepointTold[$vm.id] = $json
} elseif ($last[0] -eq $cpuUsage -and $last[1] -eq $memoryAssigned -and $drift -le 2000 -and $drift -ge -2000) {
    return
} else {
    $figures[$vm.id] = $vm.figures
}
$global:SavepointFigures[$vm.id] = @($cpuUsage, $memoryAssigned, $started)
