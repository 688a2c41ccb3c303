import { describe, expect, it } from 'vitest'
import { diagnosisText } from '#contract/diagnosis-text'
import { findingsOf } from '../../electron/core/diagnosis.ts'
import type {
  AnsweredFacts,
  DiagnosisFacts,
  HostFacts,
  OwnFacts,
} from '../../electron/core/diagnosis-facts.ts'
import type { HostReading, HostWatching } from '../../electron/core/ports.ts'
import { remedies } from '../../electron/core/remedies.ts'
import { exampleAbout } from '../support/example-about.ts'

const answered: AnsweredFacts = {
  kind: 'answered',
  file: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
  description: 'Windows PowerShell 5.1',
  is32Bit: false,
  languageMode: 'FullLanguage',
  module: { version: '2.0.0.0', isLoaded: true },
  feature: 'on',
  service: 'Running',
  rights: 'hyper-v-administrator',
  isInGroup: true,
  cim: 'answers',
  problem: null,
}

const byCim = { strategy: 'cim', reason: null, detail: '' } as const

const kept = { settings: null, records: null, journal: null } as const
const own: OwnFacts = {
  about: exampleAbout,
  logFolder: '%USERPROFILE%\\AppData\\Local\\Savepoint\\logs',
  files: kept,
  desktop: { hotkeyProblem: null },
}

function facts(host: HostFacts = answered, changes: Partial<DiagnosisFacts> = {}): DiagnosisFacts {
  return {
    host,
    status: { kind: 'hyper-v', name: 'HV-LAB', connection: 'live', problem: null, demoReason: null },
    vmCount: 3,
    condition: { reading: byCim, watching: { by: 'events' }, losses: 0 },
    failures: [],
    own,
    ...changes,
  }
}

const denied = { code: 'access-denied', message: 'This account may not use Hyper-V.' } as const
const missing = { code: 'module-missing', message: 'Hyper-V is not turned on.', detail: 'Nicht da.' } as const
const lost = { code: 'host-lost', message: 'PowerShell stopped unexpectedly.' } as const

/** Everything that is not good, each as its state, its subject and the command that puts it right. */
function troubles(situation: DiagnosisFacts): readonly string[] {
  return findingsOf(situation)
    .filter(({ state }) => state !== 'good')
    .map(({ state, subject, remedy }) =>
      [state, subject, remedy?.command].filter((part) => part !== undefined).join(' | '),
    )
}

describe('what stands between the app and the virtual machines', () => {
  it('is nothing where everything answers, and each part is named', () => {
    expect(findingsOf(facts()).map(({ state, subject }) => `${state} ${subject}`)).toEqual([
      'good PowerShell',
      'good Language mode',
      'good Hyper-V module',
      'good Hyper-V feature',
      'good Hyper-V service',
      'good Rights',
      'good Hyper-V cmdlets',
      'good Hyper-V’s CIM classes',
      'good Virtual machines',
      'good Reading',
      'good Watching',
      'good PowerShell process',
      'good Last errors',
      'good Savepoint',
      'good Log',
      'good Own files',
      'good Key for a checkpoint',
    ])
  })

  it.each<[string, HostFacts, readonly string[]]>([
    ['another system than Windows', { kind: 'other-system' }, ['wrong | Windows']],
    [
      'no PowerShell',
      { kind: 'no-powershell', failure: { code: 'powershell-missing', message: 'None is there.' } },
      [`wrong | PowerShell | ${remedies.installPowerShell.command}`],
    ],
    [
      'a PowerShell that does not answer',
      { kind: 'no-answer', file: 'C:\\pwsh.exe', failure: lost },
      ['wrong | PowerShell'],
    ],
    ['a 32-bit PowerShell', { ...answered, is32Bit: true }, ['wrong | PowerShell']],
    [
      'a restricted PowerShell that may load the module',
      { ...answered, languageMode: 'ConstrainedLanguage' },
      ['look | Language mode'],
    ],
    [
      'a restricted PowerShell that may not',
      {
        ...answered,
        languageMode: 'ConstrainedLanguage',
        module: { version: '2.0', isLoaded: false },
        problem: missing,
      },
      ['wrong | Language mode', 'wrong | Hyper-V module', 'wrong | Hyper-V cmdlets'],
    ],
    [
      'no module',
      { ...answered, module: 'missing', problem: missing },
      [`wrong | Hyper-V module | ${remedies.turnOnModule.command}`, 'wrong | Hyper-V cmdlets'],
    ],
    [
      'a feature that is turned off, of which the missing service is no second trouble',
      { ...answered, feature: 'off', service: 'Missing' },
      [`wrong | Hyper-V feature | ${remedies.turnOnHyperV.command}`],
    ],
    [
      'an edition without Hyper-V',
      { ...answered, feature: 'absent', service: 'Missing' },
      ['wrong | Hyper-V feature'],
    ],
    [
      'no service, with a feature that can’t be read',
      { ...answered, feature: null, service: 'Missing' },
      [`wrong | Hyper-V service | ${remedies.turnOnHyperV.command}`],
    ],
    [
      'a stopped service',
      { ...answered, service: 'Stopped' },
      [`wrong | Hyper-V service | ${remedies.startService.command}`],
    ],
    [
      'no rights',
      { ...answered, rights: 'none', isInGroup: false, problem: denied },
      [`wrong | Rights | ${remedies.joinGroup.command}`, 'wrong | Hyper-V cmdlets'],
    ],
    [
      'no rights, and a group that can’t be read',
      { ...answered, rights: 'none', isInGroup: null, problem: denied },
      [`wrong | Rights | ${remedies.joinGroup.command}`, 'wrong | Hyper-V cmdlets'],
    ],
    [
      'a member who signed in before',
      { ...answered, rights: 'none', isInGroup: true, problem: denied },
      [`wrong | Rights | ${remedies.signOut.command}`, 'wrong | Hyper-V cmdlets'],
    ],
    [
      'no rights, and a Hyper-V that answers all the same',
      { ...answered, rights: 'none', isInGroup: false },
      [`look | Rights | ${remedies.joinGroup.command}`],
    ],
    [
      'an administrator who is refused',
      { ...answered, rights: 'elevated', problem: denied },
      ['wrong | Rights', 'wrong | Hyper-V cmdlets'],
    ],
    [
      'an unreadable token and a refusal',
      { ...answered, rights: null, problem: denied },
      [`wrong | Rights | ${remedies.joinGroup.command}`, 'wrong | Hyper-V cmdlets'],
    ],
    [
      'CIM classes that keep silent with the cmdlets, which is no second trouble',
      { ...answered, service: 'Stopped', cim: 'fails', problem: missing },
      [`wrong | Hyper-V service | ${remedies.startService.command}`, 'wrong | Hyper-V cmdlets'],
    ],
    ['CIM classes that show nothing', { ...answered, cim: 'empty' }, ['look | Hyper-V’s CIM classes']],
    ['CIM classes that don’t answer', { ...answered, cim: 'fails' }, ['look | Hyper-V’s CIM classes']],
    [
      'nothing that could be found out',
      { ...answered, module: null, feature: null, service: null, rights: null, isInGroup: null, cim: null },
      [
        'unknown | Hyper-V module',
        'unknown | Hyper-V service',
        'unknown | Rights',
        'unknown | Hyper-V’s CIM classes',
      ],
    ],
  ])('is told of %s', (_situation, host, expected) => {
    expect(troubles(facts(host))).toEqual(expected)
  })

  it('is told with a way out: a member who signed in before is to sign out and in', () => {
    const host: HostFacts = { ...answered, rights: 'none', isInGroup: true, problem: denied }
    expect(findingsOf(facts(host))[0]?.sentence).toContain('Sign out and in once.')
  })

  it('is told with the host’s own words beside it', () => {
    const host: HostFacts = { ...answered, problem: missing }
    expect(findingsOf(facts(host))[0]).toMatchObject({ subject: 'Hyper-V cmdlets', details: ['Nicht da.'] })
  })
})

describe('one cause of several troubles', () => {
  it('is said once, with the host’s own words where it was asked', () => {
    const problem = {
      code: 'service-stopped',
      message: 'The service is stopped.',
      detail: 'Nicht da.',
    } as const
    const { status } = facts()
    const found = findingsOf(
      facts(
        { ...answered, service: 'Stopped', problem },
        { status: { ...status, connection: 'lost', problem }, condition: null },
      ),
    )
    expect(
      found
        .filter(({ state }) => state === 'wrong')
        .map(({ subject, sentence, details }) => [subject, sentence, ...details]),
    ).toEqual([
      ['Hyper-V service', 'The Hyper-V Virtual Machine Management service is not running.'],
      ['Hyper-V cmdlets', 'Hyper-V does not answer to its cmdlets.', 'Nicht da.'],
      ['Virtual machines', 'The list can’t be read.'],
    ])
  })

  it('is said of the cmdlets where nothing else explains their refusal', () => {
    const { status } = facts()
    const found = findingsOf(
      facts(
        { ...answered, problem: lost },
        { status: { ...status, connection: 'lost', problem: lost }, condition: null },
      ),
    )
    expect(found.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      'PowerShell stopped unexpectedly.',
      'The list can’t be read.',
    ])
  })
})

describe('what the app itself does', () => {
  const { status } = facts()

  it.each<[string, Partial<DiagnosisFacts>, string]>([
    ['a list that is shown', {}, 'good: 3 virtual machines of HV-LAB can be read.'],
    ['a list of one', { vmCount: 1 }, 'good: 1 virtual machine of HV-LAB can be read.'],
    ['an empty list', { vmCount: 0 }, 'look: HV-LAB answers, and shows this account no virtual machine.'],
    [
      'a lost host',
      { status: { ...status, connection: 'lost', problem: lost } },
      'wrong: The list can’t be read. PowerShell stopped unexpectedly.',
    ],
    [
      'a host that is not there yet',
      { status: { ...status, connection: 'connecting' } },
      'unknown: Savepoint is still connecting to Hyper-V.',
    ],
    [
      'the demo host, with the reason',
      { status: { ...status, kind: 'demo', demoReason: 'The module is missing.' } },
      'look: The built-in demo host is shown. The module is missing.',
    ],
    [
      'a demo host that was asked for',
      { status: { ...status, kind: 'demo' } },
      'look: The built-in demo host is shown, because it was asked for. Start Savepoint without --demo to see this computer’s own virtual machines.',
    ],
  ])('says of %s what is shown', (_situation, changes, expected) => {
    const found = findingsOf(facts(answered, changes)).find(({ subject }) => subject === 'Virtual machines')
    expect(`${String(found?.state)}: ${String(found?.sentence)}`).toBe(expected)
  })

  it('looks at Hyper-V though the demo host is shown, and says nothing of how that one is read', () => {
    const demo = facts(
      { ...answered, service: 'Stopped' },
      { status: { ...status, kind: 'demo', demoReason: 'The module is missing.' } },
    )
    expect({
      troubles: troubles(demo),
      subjects: findingsOf(demo)
        .map(({ subject }) => subject)
        .includes('Reading'),
    }).toEqual({
      troubles: [`wrong | Hyper-V service | ${remedies.startService.command}`, 'look | Virtual machines'],
      subjects: false,
    })
  })

  it.each<[string, HostReading | null, string]>([
    ['not yet', null, 'unknown: The list has not been read yet.'],
    ['by queries', byCim, 'good: The list is read by a few queries for all virtual machines.'],
    [
      'by cmdlets',
      { strategy: 'cmdlets', reason: null, detail: '' },
      'good: The list is read by Hyper-V’s cmdlets.',
    ],
    [
      'by cmdlets because nothing else goes',
      { strategy: 'cmdlets', reason: 'query-failed', detail: 'Ungültig.' },
      'look: The list is read by Hyper-V’s cmdlets, which is slow for many virtual machines. A query for all of them at once failed. Ungültig.',
    ],
  ])('says how the list is read: %s', (_how, reading, expected) => {
    const condition = { reading, watching: { by: 'events' }, losses: 0 } as const
    const found = findingsOf(facts(answered, { condition })).find(({ subject }) => subject === 'Reading')
    expect(`${String(found?.state)}: ${[found?.sentence, ...(found?.details ?? [])].join(' ')}`).toBe(
      expected,
    )
  })

  it.each<[HostWatching, string]>([
    [{ by: 'events' }, 'good: Hyper-V tells what changes; the list is read again now and then.'],
    [
      { by: 'clock', reason: 'starting', detail: '' },
      'good: The list is read again every two seconds until Hyper-V tells what changes.',
    ],
    [
      { by: 'clock', reason: 'refused', detail: 'Kein Ereignis' },
      'look: The list is read again every two seconds, for Hyper-V does not tell what changes. Savepoint goes on asking it to.',
    ],
    [
      { by: 'clock', reason: 'lost', detail: 'exit code 3' },
      'look: The list is read again every two seconds, for the PowerShell that listens to Hyper-V was lost. Savepoint starts another.',
    ],
  ])('tells how changes come to be known: %o', (watching, expected) => {
    const condition = { reading: byCim, watching, losses: 0 }
    const found = findingsOf(facts(answered, { condition })).find(({ subject }) => subject === 'Watching')
    expect(`${String(found?.state)}: ${String(found?.sentence)}`).toBe(expected)
  })

  it('counts how often PowerShell was lost', () => {
    const sentences = [1, 2].map((losses) => {
      const condition = { reading: byCim, watching: { by: 'events' }, losses } as const
      return findingsOf(facts(answered, { condition })).find(
        ({ subject }) => subject === 'PowerShell process',
      )?.sentence
    })
    expect(sentences).toEqual([
      expect.stringContaining('unexpectedly once'),
      expect.stringContaining('unexpectedly 2 times'),
    ])
  })

  it('lists what failed, the newest first', () => {
    const failures = [
      { request: 'list', code: 'access-denied', at: 0, times: 3 },
      { request: 'apply', code: 'wrong-state', at: 60_000, times: 1 },
    ] as const
    expect(findingsOf(facts(answered, { failures }))[0]).toEqual({
      subject: 'Last errors',
      state: 'look',
      sentence: 'These requests to Hyper-V failed since the start.',
      remedy: null,
      details: [
        '1970-01-01T00:01:00.000Z apply: wrong-state',
        '1970-01-01T00:00:00.000Z list: access-denied (3 times in a row)',
      ],
    })
  })
})

describe('the app itself', () => {
  function said(changes: Partial<OwnFacts>): readonly string[] {
    const subjects = [
      'Savepoint',
      'Log',
      'Own files',
      'Settings',
      'Records of checkpoints',
      'Journal',
      'Key for a checkpoint',
    ]
    return findingsOf(facts(answered, { own: { ...own, ...changes } }))
      .filter(({ subject }) => subjects.includes(subject))
      .map(({ state, subject, sentence }) => `${state} ${subject}: ${sentence}`)
  }
  const savepoint = 'good Savepoint: This is Savepoint 0.1.0, on Windows 11 Pro 10.0.26100.'
  const log = 'good Log: The log is written to %USERPROFILE%\\AppData\\Local\\Savepoint\\logs.'
  const files = 'good Own files: Settings, records of checkpoints and the journal are kept.'
  const key = 'good Key for a checkpoint: Nothing keeps the key of the settings from working.'

  it('is told with its version, its log, its files and its key', () => {
    expect(said({})).toEqual([savepoint, log, files, key])
  })

  it('has what it runs on beside it, and no name of whoever is signed in', () => {
    const findings = findingsOf(facts())
    expect(findings.find(({ subject }) => subject === 'Savepoint')?.details).toEqual([
      'Electron 45.4.1, Chromium 156.0.7000.10, Node.js 24.12.0',
    ])
    expect(diagnosisText({ madeAt: '2026-11-21T10:00:00.000Z', findings: [...findings] })).not.toContain(
      'anna',
    )
  })

  it('says of each of its files alone what is wrong with it', () => {
    const wrong = { settings: 'Not kept.', records: 'Not whole.', journal: 'Not on the disk.' }
    expect(said({ files: wrong })).toEqual([
      'look Settings: Not kept.',
      'look Records of checkpoints: Not whole.',
      'look Journal: Not on the disk.',
      savepoint,
      log,
      key,
    ])
    expect(said({ files: { ...kept, records: 'Not whole.' } })).toEqual([
      'look Records of checkpoints: Not whole.',
      savepoint,
      log,
      key,
    ])
  })

  it('says nothing of files that nobody has opened, nor of a key where there is none', () => {
    expect(said({ files: null, desktop: null })).toEqual([savepoint, log])
  })

  it('says where there is no log, and why the key does nothing', () => {
    expect(said({ logFolder: null, desktop: { hotkeyProblem: 'Another program has it.' } })).toEqual([
      'look Log: No log is written: its folder can’t be made, or nothing can be written there.',
      'look Key for a checkpoint: Another program has it.',
      savepoint,
      files,
    ])
  })
})
