#!/bin/sh
# PowerShell on a computer where somebody answers when Windows asks for an administrator's consent, see run.ps1.
[ "$1 $2 $3" = '-NoProfile -NonInteractive -EncodedCommand' ] || exit 99
exec "$SAVEPOINT_STAND_IN_PWSH" -NoProfile -NonInteractive -File "$(dirname "$0")/run.ps1" "$4"
