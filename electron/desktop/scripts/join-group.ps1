# Runs with an administrator's rights, and knows nothing from outside but $sid, which stands before this text. What the
# person's own settings say is not trusted: modules and programs come from the folder of this PowerShell alone.
$env:PSModulePath = "$PSHOME/Modules"
$env:PATH = "$PSHOME/../.."
# Hyper-V Administrators, whatever it is called in the language of this Windows.
$group = 'S-1-5-32-578'
try {
    if (Get-Command -Name 'Add-LocalGroupMember' -ErrorAction SilentlyContinue) {
        Add-LocalGroupMember -SID $group -Member $sid -ErrorAction Stop
        exit 100
    }
    # Older systems have no such cmdlet. Their program wants names, which the system tells for each number.
    $names = $group, $sid | ForEach-Object {
        $key = CimCmdlets\New-CimInstance -ClassName 'Win32_SID' -Property @{ SID = $_ } -Key 'SID' -ClientOnly -ErrorAction Stop
        CimCmdlets\Get-CimInstance -InputObject $key -ErrorAction Stop
    }
    if (-not $names[0].AccountName) {
        exit 102
    }
    $account = "$($names[1].ReferencedDomainName)\$($names[1].AccountName)"
    $null = net.exe localgroup $names[0].AccountName $account /add
    if ($LASTEXITCODE -eq 0) {
        exit 100
    }
    exit 104
}
catch {
    # Ids of errors are the same in every language.
    $id = "$($_.FullyQualifiedErrorId)"
    if ($id -like 'MemberExists,*') {
        exit 101
    }
    if ($id -like 'GroupNotFound,*') {
        exit 102
    }
    if ($id -like 'AccessDenied,*') {
        exit 103
    }
    exit 104
}
