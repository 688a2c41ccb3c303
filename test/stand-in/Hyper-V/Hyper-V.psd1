# A stand-in for Microsoft's module of this name, on machines without Hyper-V: same cmdlets, same objects, same errors,
# over the project's own simulated host.
@{
    RootModule        = 'Hyper-V.psm1'
    ModuleVersion     = '2.0.0.0'
    GUID              = 'af4bddd0-8583-4ff2-84b2-a33f5c8de8a7'
    Description       = 'Stand-in for the Hyper-V module, over a simulated host.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @(
        'Get-VM', 'Get-VMHost', 'Get-VMSnapshot', 'Checkpoint-VM', 'Restore-VMSnapshot', 'Rename-VMSnapshot',
        'Remove-VMSnapshot', 'Export-VMSnapshot', 'Set-VM', 'Start-VM', 'Stop-VM', 'Save-VM', 'Suspend-VM',
        'Resume-VM', 'Get-VMHardDiskDrive', 'Get-VMNetworkAdapter', 'Get-VMMemory', 'Get-VMProcessor', 'Get-VHD',
        'Get-VMIntegrationService', 'Enable-VMIntegrationService', 'Get-VMGpuPartitionAdapter',
        'Get-Service', 'Get-Item', 'Get-ChildItem', 'Get-WinEvent'
    )
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @(
        'Get-VMCheckpoint', 'Restore-VMCheckpoint', 'Rename-VMCheckpoint', 'Remove-VMCheckpoint', 'Export-VMCheckpoint'
    )
}
