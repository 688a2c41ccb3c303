# To an account without rights CIM shows nothing, and no error.
try {
    $class = 'Msvm_VirtualSystemManagementService'
    $services = @(CimCmdlets\Get-CimInstance -Namespace 'root/virtualization/v2' -ClassName $class -ErrorAction Stop)
    if ($services.Count -eq 0) {
        'empty'
    } else {
        'answers'
    }
}
catch {
    'fails'
}
