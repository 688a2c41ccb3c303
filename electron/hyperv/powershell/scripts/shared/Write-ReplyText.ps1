# One line of an answer, which is the only thing that the other side reads.
param([string] $kind, [string] $json)
"$global:SavepointMark $global:SavepointNumber $kind $(ConvertTo-Ascii $json)"
