import { describe, expect, it } from 'vitest'
import type { TrayFacts } from '#contract/tray-facts'
import { trayStateOf } from '#contract/tray-state'
import { exampleOperation } from '../support/example-operation.ts'
import { exampleStatus, trayFacts, trayVm } from '../support/example-tray.ts'
import { exampleCheckpoint } from '../support/example-vm.ts'

const old = trayVm(1, { checkpoints: [exampleCheckpoint(1, { createdAt: '2026-11-01T09:00:00.000Z' })] })
const merging = trayVm(2, { activity: { kind: 'merging-disks', percent: 40, job: null } })
const running = exampleOperation(1, { percent: 26.4 })

const states: readonly (readonly [
  string,
  Partial<Pick<TrayFacts, 'status' | 'vms' | 'operations'>>,
  ReturnType<typeof trayStateOf>,
])[] = [
  [
    'nothing is known',
    { status: null },
    { icon: 'normal', percent: null, tooltip: 'Savepoint\nConnecting to Hyper-V…' },
  ],
  [
    'it connects again',
    { status: exampleStatus({ connection: 'connecting' }), vms: [old] },
    { icon: 'normal', percent: null, tooltip: 'Savepoint\nConnecting to HYPERV01…' },
  ],
  [
    'the host is lost, whatever was under way',
    { status: exampleStatus({ connection: 'lost' }), vms: [old], operations: [running] },
    { icon: 'attention', percent: null, tooltip: 'Savepoint\nHYPERV01 can’t be reached.' },
  ],
  ['all is well', { vms: [trayVm(1)] }, { icon: 'normal', percent: null, tooltip: 'Savepoint\nHYPERV01' }],
  [
    'a checkpoint is old',
    { vms: [old, merging] },
    { icon: 'attention', percent: null, tooltip: 'Savepoint\nHealth: 2 virtual machines need a look' },
  ],
  [
    'Hyper-V ends by itself what it does',
    { vms: [merging] },
    { icon: 'normal', percent: null, tooltip: 'Savepoint\nHYPERV01' },
  ],
  [
    'something is under way',
    { vms: [old], operations: [running] },
    { icon: 'working', percent: 26, tooltip: 'Savepoint\nWIN11-TEST: Creating checkpoint (26%)' },
  ],
  [
    'nobody says how far it is',
    { operations: [exampleOperation(1, { state: 'queued' })] },
    { icon: 'working', percent: null, tooltip: 'Savepoint\nWIN11-TEST: Waiting: checkpoint' },
  ],
  [
    'several things are under way',
    {
      operations: [running, exampleOperation(2, { percent: 60 }), exampleOperation(3, { state: 'merging' })],
    },
    { icon: 'working', percent: 43, tooltip: 'Savepoint\n3 operations' },
  ],
  [
    'all has ended, or is not sent yet',
    {
      operations: [
        exampleOperation(1, { state: 'done' }),
        exampleOperation(2, { state: 'failed' }),
        exampleOperation(3, { state: 'waiting' }),
      ],
    },
    { icon: 'normal', percent: null, tooltip: 'Savepoint\nHYPERV01' },
  ],
]

describe('The tray’s icon', () => {
  it.each(states)('where %s', (_, facts, state) => {
    expect(trayStateOf(trayFacts(facts))).toEqual(state)
  })

  it.each([
    exampleStatus(),
    exampleStatus({ connection: 'lost' }),
    exampleStatus({ connection: 'connecting' }),
  ])('says no more than Windows shows ($connection)', (status) => {
    const operation = exampleOperation(1, {
      kind: 'enable-backup-service',
      vmName: 'v'.repeat(300),
      percent: 99,
    })
    const tooltips = [[], [operation]].map(
      (operations) =>
        trayStateOf(trayFacts({ operations, status: { ...status, name: 'H'.repeat(300) } })).tooltip,
    )
    expect(tooltips.filter(({ length }) => length > 127)).toEqual([])
  })
})
