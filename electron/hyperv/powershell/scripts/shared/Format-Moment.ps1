param($moment)
if ($null -ne $moment) {
    # To the millisecond, as the contract writes it: the same in every culture, and nothing is left to be done to it.
    $moment.ToUniversalTime().ToString('o').Substring(0, 23) + 'Z'
}
