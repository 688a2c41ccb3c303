import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { VmId } from '#contract/model'
import { secondStartOf } from '../../electron/desktop/command-line.ts'
import { machineNamed } from '../../electron/desktop/tray-machine.ts'

const web = { id: VmId.parse('11111111-2222-4333-8444-000000000001'), name: 'Web server' }
const mail = { id: VmId.parse('11111111-2222-4333-8444-000000000002'), name: 'Mail' }
const twin = { id: VmId.parse('11111111-2222-4333-8444-000000000003'), name: 'MAIL' }

function asked(...argv: readonly string[]) {
  return secondStartOf({ arguments: argv })
}

describe('A second start of the app', () => {
  it.each([
    [['--checkpoint', 'Web server', '--reason', 'Before updates'], 'Before updates'],
    [['--checkpoint=Web server'], null],
    [['--reason=Before updates', '--checkpoint=Web server', '--hidden'], 'Before updates'],
    [['--checkpoint=Web server', '--demo', '--powershell=evil.exe', '--inspect'], null],
  ] as const)('asks for a checkpoint by %j', (argv, reason) => {
    expect(asked(...argv)).toEqual({ want: 'checkpoint', machine: 'Web server', reason })
  })

  it.each([[[]], [['--demo']], [['--reason=Why']], [['--checkpoint=Web', '--checkpoint=Mail']]])(
    'shows the window for %j',
    (argv) => {
      expect(asked(...argv)).toEqual({ want: 'window' })
    },
  )

  it('changes nothing where Windows starts the app that is there already, hidden', () => {
    expect(asked('--hidden')).toEqual({ want: 'nothing' })
  })

  it.each([
    undefined,
    null,
    'text',
    {},
    { arguments: '--checkpoint=Web' },
    { arguments: [1] },
    { arguments: ['x'.repeat(1_001)] },
    { arguments: Array.from({ length: 101 }, () => '--checkpoint=Web') },
  ])('shows the window for what no start of ours hands over: %j', (data) => {
    expect(secondStartOf(data)).toEqual({ want: 'window' })
  })

  const hostile = [
    '--inspect',
    '--inspect-brk=0.0.0.0:9229',
    '--remote-debugging-port=9222',
    '--no-sandbox',
    '--js-flags=--allow-natives-syntax',
    '--user-data-dir=\\\\evil\\share',
    '--powershell=C:\\evil.exe',
    '--module-path=\\\\evil\\share',
    '--__proto__=x',
    '--constructor',
    '--no-checkpoint',
    '--checkpoint',
    '--',
    '-',
    '-c',
    'savepoint://open?x=1',
    'C:\\Windows\\win.ini',
    '\u0000',
    '\u202e--checkpoint=x',
    "'; Remove-VM *; '",
    '$(calc)',
    '–checkpoint',
    '\ud800',
  ]

  it('takes no checkpoint by any mixture of what does not name a machine, and never fails', () => {
    const anything = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
    const words = fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: anything, maxLength: 40 }))
    fc.assert(
      fc.property(fc.array(words, { maxLength: 12 }), (argv) => {
        const start = asked(...argv)
        const named = argv.flatMap((word, index) =>
          word.startsWith('--checkpoint=')
            ? [word.slice(13)]
            : word === '--checkpoint'
              ? [argv[index + 1]]
              : [],
        )
        if (start.want === 'checkpoint') expect(named).toContain(start.machine)
        expect(({} as Record<string, unknown>).x).toBeUndefined()
      }),
      { numRuns: 2_000 },
    )
  })

  it('asks for nothing but what its own options say, whatever stands around them', () => {
    const around = fc.array(
      fc.constantFrom(...hostile.filter((word) => word !== '--' && word !== '--checkpoint')),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(asked(...before, '--checkpoint=Web server', ...after)).toEqual({
          want: 'checkpoint',
          machine: 'Web server',
          reason: null,
        })
      }),
    )
  })
})

describe('The machine that is named', () => {
  it.each([
    ['Web server', web],
    ['web SERVER', web],
    [' Web server ', web],
    [web.id, web],
    [mail.id.toUpperCase(), mail],
  ])('%j is found', (typed, vm) => {
    expect(machineNamed([web, mail, twin], typed)).toEqual({ vm })
  })

  it.each(['Web', 'Web*', 'Web server2', '', '[a-z]*', '{11111111-2222-4333-8444-000000000001}'])(
    '%j is none, for a name is compared whole',
    (typed) => {
      expect(machineNamed([web, mail], typed)).toEqual({
        problem: `No virtual machine has the name or Id “${typed}”.`,
      })
    },
  )

  it('is none of two that are called alike, in whatever way that is written', () => {
    const composed = { ...mail, name: 'Caf\u00e9' }
    const decomposed = { ...twin, name: 'Cafe\u0301' }
    expect([machineNamed([mail, twin], 'Mail'), machineNamed([composed, decomposed], 'CAFÉ')]).toEqual([
      { problem: 'More than one virtual machine is called “Mail”. Give the Id of the one you mean.' },
      { problem: 'More than one virtual machine is called “CAFÉ”. Give the Id of the one you mean.' },
    ])
  })

  it('is the one with that Id, though another is called so', () => {
    expect(machineNamed([{ ...mail, name: web.id }, web], web.id)).toEqual({ vm: web })
  })

  it('is said in one line, without marks that turn it around', () => {
    expect(machineNamed([], `\u202e${'a'.repeat(5_000)}\n`)).toEqual({
      problem: `No virtual machine has the name or Id “${'a'.repeat(20)}…${'a'.repeat(19)}”.`,
    })
  })
})
