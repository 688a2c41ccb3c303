import { describe, expect, it } from 'vitest'
import type { HostStatus, Vm } from '#contract/model'
import type { TrayEntry } from '#contract/tray-entry'
import type { TrayFacts } from '#contract/tray-facts'
import { trayMenuOf } from '#contract/tray-menu'
import { exampleOperation, exampleOperationId } from '../support/example-operation.ts'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleStatus, trayFacts, trayVm, trayVmId } from '../support/example-tray.ts'
import { exampleCheckpoint } from '../support/example-vm.ts'
import { type MenuLine, menuLines } from '../support/menu-lines.ts'

const noRevert = 'Revert… ✗ VM1 has no checkpoint to go back to.'
const application = ['Open Savepoint', 'Settings…', 'Quit Savepoint']

const savedOnly =
  'VM1 is saved and set to production checkpoints only, which need it running or off. Start it, or allow standard checkpoints in its Settings.'

const states = ['done', 'running', 'merging', 'queued', 'failed'] as const

describe('The tray’s menu', () => {
  it('has the last machine, the machines, what is under way, what deserves a look, and the app', () => {
    const checkpoint = exampleCheckpoint(1, { createdAt: '2026-11-01T09:00:00.000Z' })
    const vms = [
      trayVm(1),
      trayVm(2, { state: 'Off', checkpoints: [checkpoint], parentCheckpointId: checkpoint.id }),
      trayVm(3, { policy: { ...trayVm(3).policy, type: 'Disabled' } }),
    ]
    const facts = trayFacts({
      vms,
      readiness: new Map([[trayVmId(1), exampleReadiness()]]),
      operations: [exampleOperation(1, { vmName: 'VM2', percent: 26.4 })],
      settings: { lastVmId: trayVmId(1), favourites: [trayVmId(1)], reasons: ['Before updates'] },
    })
    expect(menuLines(trayMenuOf(facts))).toEqual([
      'Checkpoint VM1 · Production',
      '—',
      [
        'VM1 · Running · Production · no checkpoint',
        [
          '(Production)',
          'Checkpoint Now',
          ['Checkpoint With a Reason', ['Before updates']],
          'Checkpoint…',
          '—',
          noRevert,
          'Open in Savepoint',
        ],
      ],
      [
        'Other Virtual Machines',
        [
          [
            'VM2 · Off · Disk only · 20 days ago',
            [
              '(Disk only, because the virtual machine is off)',
              'Checkpoint Now',
              ['Checkpoint With a Reason', ['Before updates']],
              'Checkpoint…',
              '—',
              'Revert…',
              'Open in Savepoint',
            ],
          ],
          [
            'VM3 · Running · Refused · no checkpoint',
            [
              'Checkpoint Now ✗ Checkpoints are turned off for VM3. Turn them on in its Settings, under Checkpoints.',
              '—',
              'Revert… ✗ VM3 has no checkpoint to go back to.',
              'Open in Savepoint',
            ],
          ],
        ],
      ],
      '—',
      'VM2: Creating checkpoint (26%)',
      '—',
      ['Health: 1 virtual machine needs a look', ['VM2: 1 finding']],
      '—',
      ...application,
    ])
  })

  it('says of each entry what it does, by Ids alone', () => {
    const vms = [trayVm(1)]
    const operations = [
      exampleOperation(1, {
        kind: 'delete-checkpoint',
        checkpointName: 'Before updates',
        state: 'waiting',
        undo: { by: 'not-sending', until: '2026-11-21T09:00:08.000Z' },
      }),
    ]
    const vmId = trayVmId(1)
    const take = { do: 'checkpoint', vmId, reason: null }
    const show = (request: object): object => ({ do: 'show', request })
    const window = (id: string, label: string, request: object) => ({
      kind: 'action',
      id,
      label,
      refusal: null,
      action: show(request),
    })
    expect(
      trayMenuOf(trayFacts({ vms, operations, settings: { lastVmId: vmId, reasons: ['Why & how'] } })),
    ).toEqual([
      {
        kind: 'action',
        id: 'quick',
        label: 'Checkpoint VM1 · Production, or standard if the guest can’t make one',
        refusal: null,
        action: take,
      },
      { kind: 'separator' },
      {
        kind: 'menu',
        id: `machine ${vmId}`,
        label: 'VM1 · Running · Not known yet · no checkpoint',
        entries: [
          { kind: 'words', label: 'Production, or standard if the guest can’t make one' },
          { kind: 'action', id: `checkpoint ${vmId}`, label: 'Checkpoint Now', refusal: null, action: take },
          {
            kind: 'menu',
            id: `reasons ${vmId}`,
            label: 'Checkpoint With a Reason',
            entries: [
              {
                kind: 'action',
                id: `reason 0 ${vmId}`,
                label: 'Why & how',
                refusal: null,
                action: { do: 'checkpoint', vmId, reason: 'Why & how' },
              },
            ],
          },
          window(`named ${vmId}`, 'Checkpoint…', { what: 'checkpoint-named', vmId }),
          { kind: 'separator' },
          {
            ...window(`revert ${vmId}`, 'Revert…', { what: 'revert', vmId }),
            refusal: 'VM1 has no checkpoint to go back to.',
          },
          window(`open ${vmId}`, 'Open in Savepoint', { what: 'window', vmId }),
        ],
      },
      { kind: 'separator' },
      {
        kind: 'action',
        id: `undo ${exampleOperationId(1)}`,
        label: 'Undo: Delete “Before updates” of WIN11-TEST',
        refusal: null,
        action: { do: 'undo', operationId: exampleOperationId(1) },
      },
      { kind: 'separator' },
      window('health', 'Health: nothing needs a look', { what: 'health' }),
      { kind: 'separator' },
      window('open', 'Open Savepoint', { what: 'window', vmId: null }),
      window('settings', 'Settings…', { what: 'settings' }),
      { kind: 'action', id: 'quit', label: 'Quit Savepoint', refusal: null, action: { do: 'quit' } },
    ])
  })

  const stopped = { code: 'service-stopped', message: 'The service is stopped. Start it.' } as const
  const noCheckpoint = (why: string): readonly MenuLine[] => [
    `Checkpoint Now ✗ ${why}`,
    '—',
    `Revert… ✗ ${why}`,
    'Open in Savepoint',
  ]
  const connecting = 'Savepoint is still connecting to Hyper-V. Try again in a moment.'
  const machine = 'VM1 · Off · Disk only · no checkpoint'
  const well = 'Health: nothing needs a look'

  it.each<readonly [string, HostStatus | null, readonly Vm[], readonly MenuLine[]]>([
    ['nothing is known yet', null, [], ['(Connecting to Hyper-V…)', '—']],
    [
      'it connects again',
      exampleStatus({ connection: 'connecting' }),
      [trayVm(1, { state: 'Off' })],
      [
        '(Connecting to HYPERV01…)',
        '—',
        `Checkpoint VM1 ✗ ${connecting}`,
        '—',
        [machine, noCheckpoint(connecting)],
        '—',
        well,
        '—',
      ],
    ],
    [
      'the host is lost',
      exampleStatus({ connection: 'lost', problem: stopped }),
      [trayVm(1, { state: 'Off' })],
      [
        '(HYPERV01 can’t be reached.)',
        `(${stopped.message})`,
        '—',
        `Checkpoint VM1 ✗ ${stopped.message}`,
        '—',
        [machine, noCheckpoint(stopped.message)],
        '—',
        well,
        '—',
      ],
    ],
    [
      'the host is lost, and was never read',
      exampleStatus({ connection: 'lost', name: '', problem: stopped }),
      [],
      ['(Hyper-V can’t be reached.)', `(${stopped.message})`, '—'],
    ],
    [
      'there are no machines, the last one included',
      exampleStatus(),
      [],
      [
        '(No virtual machines were found on this server.)',
        '—',
        'Checkpoint the Last Machine ✗ The virtual machine that the last checkpoint was taken of is no longer on this host. Choose another one.',
        '—',
      ],
    ],
    [
      'this is the demo host, and nothing can be done',
      exampleStatus({ kind: 'demo' }),
      [trayVm(1, { state: 'Saved', policy: { ...trayVm(1).policy, type: 'ProductionOnly' } })],
      [
        '(Demo host: nothing here touches a real virtual machine.)',
        '—',
        `Checkpoint VM1 ✗ ${savedOnly}`,
        '—',
        [
          'VM1 · Saved · Refused · no checkpoint',
          [`Checkpoint Now ✗ ${savedOnly}`, '—', noRevert, 'Open in Savepoint'],
        ],
        '—',
        well,
        '—',
      ],
    ],
  ])('where %s', (_, status, vms, lines) => {
    const facts = trayFacts({ status, vms, settings: { lastVmId: trayVmId(1) } })
    expect(menuLines(trayMenuOf(facts))).toEqual([...lines, ...application])
  })

  it.each([[[]], [['', ' \n']]])(
    'has no line for a last machine, nor for reasons where there are none (%j)',
    (reasons) => {
      const facts = trayFacts({ vms: [trayVm(1)], settings: { reasons } })
      expect(menuLines(trayMenuOf(facts))).toEqual([
        [
          'VM1 · Running · Not known yet · no checkpoint',
          [
            '(Production, or standard if the guest can’t make one)',
            'Checkpoint Now',
            'Checkpoint…',
            '—',
            noRevert,
            'Open in Savepoint',
          ],
        ],
        '—',
        well,
        '—',
        ...application,
      ])
    },
  )

  it('names a machine whose storage can’t be reached as that', () => {
    const [label] = labels(trayFacts({ vms: [trayVm(1, { isCritical: true })] }))
    expect(label).toBe('VM1 · Storage critical · Refused · no checkpoint')
  })

  it('shows names in one short line, whatever they hold', () => {
    const name = `a\u202eb\n${'c'.repeat(80)}`
    const [quick, , first] = labels(
      trayFacts({ vms: [trayVm(1, { name, state: 'Off' })], settings: { lastVmId: trayVmId(1) } }),
    )
    const shown = `ab ${'c'.repeat(17)}…${'c'.repeat(19)}`
    expect([quick, first]).toEqual([
      `Checkpoint ${shown} · Disk only, because the virtual machine is off`,
      `${shown} · Off · Disk only · no checkpoint`,
    ])
  })

  it.each([
    [8, 0, 8, []],
    [9, 0, 8, ['VM9']],
    [28, 0, 8, named(9, 28)],
    [29, 0, 8, [...named(9, 27), 'More in Savepoint…']],
    [1_000, 3, 3, [...named(4, 22), 'More in Savepoint…']],
    [12, 10, 8, named(9, 12)],
  ])(
    'of %i machines and %i favourites has %i at hand, and the others one step further',
    (count, liked, first, others) => {
      const vms = Array.from({ length: count }, (_, index) => trayVm(index + 1))
      const favourites = vms.slice(0, liked).map(({ id }) => id)
      const entries = trayMenuOf(trayFacts({ vms, settings: { favourites } }))
      const machines = entries.slice(
        0,
        entries.findIndex(({ kind }) => kind === 'separator'),
      )
      const rest = machines.find((entry) => entry.kind === 'menu' && entry.id === 'others')
      expect([namesOf(machines.filter((entry) => entry !== rest)), namesOf(entriesOf(rest))]).toEqual([
        named(1, first),
        others,
      ])
    },
  )

  it('has as many operations as can be taken in, and a way to the others', () => {
    const operations = Array.from({ length: 9 }, (_, index) =>
      exampleOperation(index, { vmName: `VM${String(index)}`, state: states[index % states.length]! }),
    )
    expect(labels(trayFacts({ operations })).slice(2, -4)).toEqual([
      'VM1: Creating checkpoint',
      'VM2: Deleted, merging',
      'VM3: Waiting: checkpoint',
      'VM6: Creating checkpoint',
      'More in Savepoint…',
    ])
  })

  it('leads from each machine that needs a look to the health page, as many as a menu holds', () => {
    const old = [exampleCheckpoint(1, { createdAt: '2026-11-01T09:00:00.000Z' })]
    const vms = [
      trayVm(0, { checkpoints: [...old, exampleCheckpoint(2, { category: 'missing' })] }),
      ...Array.from({ length: 24 }, (_, index) => trayVm(index + 1, { checkpoints: old })),
    ]
    const health = trayMenuOf(trayFacts({ vms })).find(
      (entry) => entry.kind === 'menu' && entry.id === 'health',
    )
    const lines = entriesOf(health)
    expect([
      health?.kind === 'menu' && health.label,
      menuLines(lines.slice(0, 2)),
      lines.length,
      menuLines(lines.slice(-1)),
      new Set(lines.map((line) => line.kind === 'action' && JSON.stringify(line.action))),
    ]).toEqual([
      'Health: 25 virtual machines need a look',
      ['VM0: 2 findings, 1 wrong', 'VM1: 1 finding'],
      20,
      ['More in Savepoint…'],
      new Set([JSON.stringify({ do: 'show', request: { what: 'health' } })]),
    ])
  })

  it('never has two entries with the same Id', () => {
    const vms = Array.from({ length: 60 }, (_, index) => trayVm(index, { state: 'Off' }))
    const operations = [exampleOperation(1), exampleOperation(2)]
    const facts = trayFacts({ vms, operations, settings: { lastVmId: vms[3]!.id, favourites: [vms[3]!.id] } })
    const ids = idsOf(trayMenuOf(facts))
    expect(new Set(ids).size).toBe(ids.length)
  })
})

function labels(facts: TrayFacts): readonly string[] {
  return trayMenuOf(facts).map((entry) => (entry.kind === 'separator' ? '—' : entry.label))
}

function namesOf(entries: readonly TrayEntry[]): readonly string[] {
  return entries.map((entry) => (entry.kind === 'separator' ? '—' : (entry.label.split(' · ')[0] ?? '')))
}

function entriesOf(entry: TrayEntry | undefined): readonly TrayEntry[] {
  return entry?.kind === 'menu' ? entry.entries : []
}

function idsOf(entries: readonly TrayEntry[]): readonly string[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'menu') return [entry.id, ...idsOf(entry.entries)]
    return entry.kind === 'action' ? [entry.id] : []
  })
}

function named(from: number, to: number): readonly string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => `VM${String(from + index)}`)
}
