$ErrorActionPreference = 'Stop'
$signature = Microsoft.PowerShell.Security\Get-AuthenticodeSignature -LiteralPath $env:SAVEPOINT_SIGNED_FILE
if ($signature.Status -eq 'Valid') {
    # The name that the certificate was given out to, without the rest of its subject.
    $name = $signature.SignerCertificate.GetNameInfo('SimpleName', $false)
    if ($name -ceq $env:SAVEPOINT_SIGNED_BY) { 'signed' }
}
