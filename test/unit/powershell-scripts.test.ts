import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { sessionText } from '../../electron/hyperv/powershell/script-text.ts'
import { openPowerShellParser, type ParsePowerShell } from '../support/parse-powershell.ts'
import { powerShellRules } from '../support/powershell-rules.ts'

const ofSession = scriptsIn('hyperv/powershell/scripts')
const scripts = [...ofSession, ...scriptsIn('desktop/scripts')]

function scriptsIn(folder: string) {
  const root = fileURLToPath(new URL(`../../electron/${folder}`, import.meta.url))
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ps1'))
    .map((file) => ({
      name: basename(file, '.ps1'),
      isShared: file.startsWith('shared'),
      text: readFileSync(join(root, file), 'utf8'),
    }))
}

/** What no line of a script may hold and why, how it is found, and an example that must be found. */
const forbidden: readonly (readonly [string, RegExp, string])[] = [
  ['anything but ASCII, which the code page of Windows PowerShell would garble', /[^\x20-\x7e\n]/, "'ü'"],
  ['a cmdlet that Constrained Language Mode refuses', /Add-Type|New-Object/i, 'New-Object object'],
  ['a static member, which Constrained Language Mode refuses', /::/, '[Console]::WriteLine()'],
  ['a block comment, of which a line would be sent', /<#|#>/, '<# why #>'],
  ['a text of several lines, from which blank ones would be taken', /@['"]/, "@'"],
  ['a brace on a line of its own, which ends the statement before it', /^\s*\{\s*$/m, 'if ($x)\n{\n}'],
  ['a tab', /\t/, '\t$x'],
  [
    'a cmdlet of the host that goes on after an error',
    /^(?!.*(-ErrorAction (Stop|SilentlyContinue)|@request$)).*(Hyper-V|CimCmdlets)\\/m,
    'Hyper-V\\Get-VMHost',
  ],
  [
    'a change that may ask before it is made',
    /^(?!.*(-Confirm:\$false|@request$)).*\\(Set|Enable|Start|Stop|Save|Suspend|Resume|Checkpoint|Restore|Rename|Remove|Export|Invoke)-/m,
    'Hyper-V\\Start-VM -VM $vm -ErrorAction Stop',
  ],
]

describe('the scripts', () => {
  it.each(forbidden)('hold no %s', (_what, pattern, example) => {
    expect(example).toMatch(pattern)
    expect(scripts.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([])
  })

  it('take an Id of a machine or a checkpoint as a GUID, so that no other text gets any further', () => {
    const verbs = ofSession.filter(({ isShared }) => !isShared)
    const taken = verbs.flatMap(({ text }) => /^param\((.*)\)$/m.exec(text)?.[1]?.split(', ') ?? [])
    const ids = taken.filter((parameter) => /\$(vm|checkpoint)Id/i.test(parameter))
    expect(ids.length).toBeGreaterThan(20)
    expect(ids.filter((parameter) => !/^\[guid\] \$\w+$/.test(parameter))).toEqual([])
  })
})

describe.each(powerShellRules)('no $name', ({ found, refused, allowed }) => {
  let parse: ParsePowerShell
  beforeAll(async () => {
    parse = await openPowerShellParser()
  })

  it('stands in any script', () => {
    const places = scripts.map(({ name, text }) => ({ name, found: found(parse(text)) }))
    expect(places.filter((place) => place.found.length > 0)).toEqual([])
  })

  it.each(refused)('is let pass: not %s', (sample) => {
    expect(found(parse(sample))).not.toEqual([])
  })

  it.each(allowed)('is seen where there is none, as in %s', (sample) => {
    expect(found(parse(sample))).toEqual([])
  })
})

describe('the text that a session is told', () => {
  const text = sessionText('SPmark')

  it('defines every script there is, under its name', () => {
    const defined = [...text.matchAll(/^function ([\w-]+) \{$/gm)].map(([, name]) => name)
    expect(defined.toSorted()).toEqual(
      ofSession.map(({ name, isShared }) => (isShared ? name : `Savepoint-${name}`)).toSorted(),
    )
  })

  it('has no blank line in a function and one after it, which is where PowerShell ends a statement', () => {
    const blocks = text.slice(text.indexOf('function ')).split('\n\n')
    expect(blocks.pop()).toBe('')
    expect(blocks.filter((block) => !/^function [\w-]+ \{\n(.+\n)+\}$/.test(block))).toEqual([])
    expect(text).not.toMatch(/^\s*#/m)
  })

  it('is ASCII', () => {
    expect(text).toMatch(/^[\x20-\x7e\n]*$/)
  })
})
