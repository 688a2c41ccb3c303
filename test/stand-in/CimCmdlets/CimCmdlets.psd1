# A stand-in for what our scripts use of the module of this name, which PowerShell has on Windows alone.
@{
    RootModule        = 'CimCmdlets.psm1'
    ModuleVersion     = '7.0.0.0'
    GUID              = 'fb6cc51d-c096-4b38-b78d-0fed6277096a'
    Description       = 'Stand-in for the CIM cmdlets, over a simulated host.'
    PowerShellVersion = '5.1'
    FunctionsToExport = @('Get-CimInstance', 'Invoke-CimMethod', 'Register-CimIndicationEvent')
    CmdletsToExport   = @()
    VariablesToExport = @()
    AliasesToExport   = @()
}
