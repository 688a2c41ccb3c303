/** Names that Hyper-V allows and that break what builds commands, patterns or JSON out of text. */
export const difficultNames: readonly string[] = [
  `It's a "test" of ‘all’ ‚the‛ “quotes” „there‟ are`,
  '$(Get-Date) ${env:PATH} $null @(1) & { exit } ; exit # |',
  '`backticks` `n `0 \\u0027 \\" C:\\new\\table %TEMP% {0}',
  '[a-z]* ? [x]*? **',
  `'; exit 1 #`,
  `'; Hyper-V\\Remove-VM * -Force; '`,
  '-Confirm:$true --% -WhatIf',
  '  spaces before, and after  ',
  '2026-11-21T10:00:00Z',
  '/Date(1700000000000)/',
  '$null',
  '👍🏽 👩‍👩‍👧 é e\u0301 日本語 עברית العربية Ωμέγα',
  '<b>&amp;</b> ]]> --%',
  'x'.repeat(100),
]
