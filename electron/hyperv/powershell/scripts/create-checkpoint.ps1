# A note that can't be stored is no reason to take the checkpoint for failed: it is there.
param([guid] $vmId, [string] $name, [string] $notes)
$vm = Find-Vm $vmId
$request = @{ VM = $vm; Passthru = $true; Confirm = $false; ErrorAction = 'Stop' }
if ($name -ne '') {
    $request.SnapshotName = $name
}
$checkpoint = Hyper-V\Checkpoint-VM @request
$notesProblem = $null
if ($notes -ne '') {
    try {
        Set-CheckpointNotes "$($checkpoint.Id)" $notes
    }
    catch {
        $notesProblem = "$($_.Exception.Message)"
    }
}
Write-Reply 'done' ([ordered]@{ checkpointId = "$($checkpoint.Id)"; notesProblem = $notesProblem })
