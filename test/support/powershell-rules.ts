import type { Node } from 'web-tree-sitter'
import {
  commandsOf,
  isOfHyperV,
  isUnqualified,
  nameOf,
  selectsByName,
  textOf,
  textsOf,
  unreadable,
} from './powershell-tree.ts'

/** What a script may not hold. `found` answers with the places where it does; the samples show that it does find them. */
export interface PowerShellRule {
  /** Said after "no": "no … stands in any script". */
  readonly name: string
  readonly found: (script: Node) => readonly string[]
  readonly refused: readonly string[]
  readonly allowed: readonly string[]
}

export const powerShellRules: readonly PowerShellRule[] = [
  {
    name: 'syntax that Windows PowerShell 5.1 does not know',
    found: unreadable,
    refused: ['$a ?? 1', '$a ??= 1', '$a ? 1 : 2', '${a}?.Length', '${a}?[0]', "if ($a) { 'x'", 'if ($a)\n'],
    allowed: ['if ($a) { 1 } else { 2 }', '$a | Where-Object { $_ }', '& "Savepoint-$verb" @parameters'],
  },
  {
    name: 'chain of commands by && or ||',
    found: (script) => textsOf(script, 'pipeline_chain_tail'),
    refused: ['Test-It && Do-It', 'Test-It || throw 1', 'if ($a) { Test-It && Do-It }'],
    allowed: ['Test-It | Do-It', "$a -and $b -or '&&'"],
  },
  {
    name: 'parameter that came with PowerShell 7',
    found: (script) => textsOf(script, 'command_parameter').filter((each) => newParameter.test(each)),
    refused: [
      'ConvertFrom-Json -InputObject $json -AsHashtable',
      '$a | ForEach-Object -Parallel { $_ }',
      'ConvertTo-Json $a -EnumsAsStrings',
      'ConvertTo-Json $a -AsArray',
      'Get-Content $file -AsByteStream',
    ],
    allowed: ['ConvertTo-Json -InputObject $value -Depth 8 -Compress', "'-AsHashtable'"],
  },
  {
    name: 'text that is run as code',
    found: (script) => [
      ...commandsOf(script)
        .filter((each) => /^(Invoke-Expression|iex)$/i.test(nameOf(each)))
        .map(textOf),
      ...textsOf(script, 'type_literal').filter((each) => /scriptblock|powershell\]/i.test(each)),
      ...textsOf(script, 'member_name').filter((each) =>
        /^(ExpandString|AddScript|NewScriptBlock)$/i.test(each),
      ),
    ],
    refused: [
      'Invoke-Expression $text',
      'iex "$text"',
      '[scriptblock]::Create($text)',
      '[PowerShell]::Create()',
      '$ExecutionContext.InvokeCommand.ExpandString($text)',
    ],
    allowed: ['& "Savepoint-$verb" @parameters', 'Where-Object { $_ }'],
  },
  {
    name: 'cmdlet of Hyper-V without its module',
    found: (script) => commandsOf(script).filter(isUnqualified).map(textOf),
    refused: [
      'Get-VM -Id $vmId',
      'get-vmsnapshot -VM $vm',
      'if ($a) { @(Set-VM -VM $vm) }',
      'Get-VHD -Path $path',
      'Get-CimInstance -InputObject $job',
    ],
    allowed: [
      'Hyper-V\\Get-VM -Id $vmId',
      'Find-Vm $vmId',
      'Get-CimState',
      'CimCmdlets\\Get-CimInstance -InputObject $job',
    ],
  },
  {
    name: 'name where an Id is wanted',
    found: (script) => [
      ...commandsOf(script).filter(isOfHyperV).filter(selectsByName).map(textOf),
      ...textsOf(script, 'key_expression').filter((each) => /^VMName$/i.test(each)),
    ],
    refused: [
      'Hyper-V\\Get-VM -Name $name',
      'Hyper-V\\Get-VM $name',
      'Hyper-V\\Get-VMSnapshot -VMName $name',
      'Hyper-V\\Get-VMSnapshot -vmn:$name',
      'Hyper-V\\Stop-VM -TurnOff $name',
      'Hyper-V\\Stop-VM -Na $name',
      '$request = @{ VMName = $name }',
    ],
    allowed: [
      'Hyper-V\\Get-VM -Id $vmId -ErrorAction Stop',
      'Hyper-V\\Stop-VM -TurnOff -VM $vm -Confirm:$false',
      'Hyper-V\\Rename-VMSnapshot -VMSnapshot $checkpoint -NewName $name',
      'Hyper-V\\Set-VM -VM $vm @changes',
      'Get-Service -Name vmms',
    ],
  },
  {
    name: 'type of Hyper-V’s, which differs between versions of Windows',
    found: (script) =>
      textsOf(script, 'type_literal').filter((each) => /^\[\s*Microsoft\.HyperV/i.test(each)),
    refused: [
      '[Microsoft.HyperV.PowerShell.VMState]::Off',
      'param([microsoft.hyperv.PowerShell.VirtualMachine] $vm)',
    ],
    allowed: ['[guid]$id', "'[Microsoft.HyperV]'"],
  },
]

const newParameter =
  /^-(AsH|Para|ThrottleL|EnumsA|AsArr|AsByteS|SkipHttp|SkipCert|EscapeH|MinimumV|DateKind)\w*:?$/i
