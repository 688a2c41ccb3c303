param($moment)
if ($null -ne $moment) {
    $moment.ToUniversalTime().ToString('o')
}
