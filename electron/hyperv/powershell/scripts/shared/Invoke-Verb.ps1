# Every request comes through here. A text comes with a sign in front, so that none is taken for a date.
param([string] $verb, [int] $number, [string] $json)
$global:SavepointNumber = $number
try {
    $parameters = @{}
    foreach ($property in (ConvertFrom-Json -InputObject $json).PSObject.Properties) {
        $value = $property.Value
        if ($value -is [string]) {
            $value = $value.Substring(1)
        }
        $parameters[$property.Name] = $value
    }
    & "Savepoint-$verb" @parameters
}
catch {
    Write-Reply 'failed' (Get-ErrorFacts $_)
}
