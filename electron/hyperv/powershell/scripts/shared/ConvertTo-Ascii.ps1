# Constrained Language Mode allows no match evaluator, so each character that is not printable ASCII is replaced by
# its escape all over the text, once per different character: linear, for there are few of them.
param([string] $json)
$rest = $json -creplace '[ -~]', ''
while ($rest.Length -gt 0) {
    $character = $rest[0]
    $json = $json.Replace([string]$character, ('\u{0:x4}' -f [int]$character))
    $rest = $rest.Replace([string]$character, '')
}
$json
