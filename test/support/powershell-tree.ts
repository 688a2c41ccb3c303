import type { Node } from 'web-tree-sitter'

/** The place of the first thing that can't be read. */
export function unreadable(script: Node): readonly string[] {
  if (!script.hasError) return []
  const places = script.descendantsOfType('ERROR').map((each) => each.startPosition.row)
  return [`line ${String((places[0] ?? script.startPosition.row) + 1)}`]
}

export function textsOf(script: Node, type: string): readonly string[] {
  return script.descendantsOfType(type).map(textOf)
}

export function commandsOf(script: Node): readonly Node[] {
  return script.descendantsOfType('command')
}

export function nameOf(command: Node): string {
  return command.childForFieldName('command_name')?.text ?? ''
}

export function textOf(node: Node): string {
  return node.text
}

export function isOfHyperV(command: Node): boolean {
  return /^Hyper-V\\/i.test(nameOf(command))
}

/** Functions of our own may be called after virtual machines too, by verbs of which Hyper-V has no cmdlet. */
export function isUnqualified(command: Node): boolean {
  const [verb = '', noun = ''] = nameOf(command).split('-')
  return (
    /^(VM\w*|VHD\w*|Cim(Instance|AssociatedInstance|Method|Class|Session|IndicationEvent))$/i.test(noun) &&
    verbsOfHyperV.includes(verb.toLowerCase())
  )
}

const verbsOfHyperV = [
  ...[
    'add',
    'checkpoint',
    'compare',
    'complete',
    'connect',
    'convert',
    'copy',
    'debug',
    'disable',
    'disconnect',
  ],
  ...[
    'dismount',
    'enable',
    'export',
    'get',
    'grant',
    'import',
    'initialize',
    'invoke',
    'measure',
    'merge',
    'mount',
  ],
  ...[
    'move',
    'new',
    'optimize',
    'register',
    'remove',
    'rename',
    'repair',
    'reset',
    'resize',
    'restart',
    'restore',
  ],
  ...['resume', 'revoke', 'save', 'set', 'start', 'stop', 'suspend', 'test', 'update', 'wait'],
]

/** By parameter, which PowerShell lets one shorten, or by place: the first parameter of Hyper-V's cmdlets is a name. */
export function selectsByName(command: Node): boolean {
  const parts = elementsOf(command)
  return parts.some(({ text, type }, index) => {
    if (type === 'command_parameter') return /^-(n(a(me?)?)?|vmn(a(me?)?)?):?$/i.test(text)
    const before = parts[index - 1]
    return !text.startsWith('@') && (before?.type !== 'command_parameter' || isSwitch(before.text))
  })
}

function elementsOf(command: Node): readonly Node[] {
  const elements = command.childForFieldName('command_elements')?.namedChildren ?? []
  return elements.filter((each) => each.type !== 'command_argument_sep')
}

function isSwitch(parameter: string): boolean {
  return /^-(Passthru|TurnOff|Force|IncludeAllChildSnapshots|AsJob|Save)$/i.test(parameter)
}
