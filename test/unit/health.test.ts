import { describe, expect, it } from 'vitest'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import { defaultAppSettings } from '#contract/default-settings'
import { healthOf } from '#contract/health'
import type { HealthFacts, HealthFinding } from '#contract/health-finding'
import type { VmCosts } from '#contract/machine-costs'
import type { Checkpoint, Vm, VmActivity } from '#contract/model'
import { exampleCosts, exampleDisk, gigabyte } from '../support/example-costs.ts'
import { exampleRecord } from '../support/example-record.ts'
import { exampleCheckpoint, exampleCheckpointId, exampleVm } from '../support/example-vm.ts'

const now = Date.parse('2026-11-21T10:00:00.000Z')
const hour = 3_600_000
const day = 24 * hour

function facts(change: Partial<HealthFacts> = {}): HealthFacts {
  return {
    vms: [],
    records: new Map(),
    costs: new Map(),
    storage: null,
    thresholds: defaultAppSettings.thresholds,
    now,
    ...change,
  }
}

function ago(milliseconds: number): string {
  return new Date(now - milliseconds).toISOString()
}

/** A chain of so many, each taken an hour after the one before it, "Now" under the last. */
function chained(count: number, change: Partial<Checkpoint> = {}): Partial<Vm> {
  const checkpoints = Array.from({ length: count }, (_, index) =>
    exampleCheckpoint(index + 1, {
      parentId: index === 0 ? null : exampleCheckpointId(index),
      createdAt: ago((count - index) * hour),
      ...change,
    }),
  )
  return { checkpoints, parentCheckpointId: exampleCheckpointId(count) }
}

function ofVm(
  change: Partial<Vm>,
  record: Partial<CheckpointRecord> | null = null,
): readonly HealthFinding[] {
  const records = new Map(record === null ? [] : [[exampleCheckpointId(1), exampleRecord(record)] as const])
  return healthOf(facts({ vms: [exampleVm(change)], records }))
}

function ofCosts(
  change: Partial<Vm>,
  costs: VmCosts,
  thresholds: Partial<HealthFacts['thresholds']> = {},
): readonly HealthFinding[] {
  const vm = exampleVm(change)
  return healthOf(
    facts({
      vms: [vm],
      costs: new Map([[vm.id, costs]]),
      thresholds: { ...defaultAppSettings.thresholds, ...thresholds },
    }),
  )
}

/** Kind, severity and remedy, and the numbers of the checkpoints that it is for. */
function told({ kind, severity, remedy, checkpoints }: HealthFinding): string {
  const numbers = checkpoints.map((id) => String(Number(id.slice(-6))))
  return [kind, severity, remedy ?? 'none', ...numbers].join(' ')
}

function activity(kind: VmActivity['kind'], percent: number | null = null): VmActivity {
  return { kind, percent, job: null }
}

describe('The list alone tells that storage is critical', () => {
  it('as what is wrong, with what it means for the machine and its checkpoints', () => {
    expect(ofVm({ isCritical: true }).map((each) => [told(each), each.sentence])).toEqual([
      [
        'critical wrong help',
        'Its storage can’t be reached or is full. Bring it back, or make room there: until then it can’t go on, and none of its checkpoints can be deleted.',
      ],
    ])
  })
})

it('What would delete something is no remedy where storage is critical, and what is found is told all the same', () => {
  const checkpoints = [exampleCheckpoint(1, { createdAt: ago(8 * day) })]
  expect(ofVm({ checkpoints }).map(told)).toEqual(['age look delete 1'])
  expect(ofVm({ checkpoints, isCritical: true }).map(told)).toEqual([
    'critical wrong help',
    'age look none 1',
  ])
})

describe('The list alone tells that automatic checkpoints are on', () => {
  const automatic = { ...exampleVm().policy, automatic: true }
  const { load } = exampleVm()

  it.each<[string, Partial<Vm>, readonly string[]]>([
    ['of one that has run for long', { load: { ...load, uptime: 7 * day + 1 } }, ['automatic look settings']],
    ['not of one that was started lately', { load: { ...load, uptime: 7 * day } }, []],
    ['not of one that is off', { state: 'Off', load: { ...load, uptime: null } }, []],
    [
      'not where checkpoints are turned off',
      { load: { ...load, uptime: 30 * day }, policy: { ...automatic, type: 'Disabled' } },
      [],
    ],
    [
      'not beside an automatic checkpoint, which is told itself',
      {
        load: { ...load, uptime: 30 * day },
        checkpoints: [exampleCheckpoint(1, { category: 'automatic', createdAt: ago(hour) })],
      },
      ['automatic look end-automatic 1'],
    ],
  ])('%s', (_which, vm, expected) => {
    expect(ofVm({ policy: automatic, ...vm }).map(told)).toEqual(expected)
  })

  it('not where they are off, however long it runs', () => {
    expect(ofVm({ load: { ...load, uptime: 30 * day } })).toEqual([])
  })
})

describe('The list alone tells of one checkpoint', () => {
  it.each<[string, Partial<Checkpoint>, Partial<Vm>, Partial<CheckpointRecord> | null, readonly string[]]>([
    ['a day old', { createdAt: ago(day) }, {}, null, []],
    ['as old as it may be', { createdAt: ago(7 * day) }, {}, null, []],
    ['older', { createdAt: ago(7 * day + 1) }, {}, null, ['age look delete 1']],
    ['of an age that is not known', { createdAt: null }, {}, null, []],
    ['kept for an hour', { createdAt: ago(hour) }, {}, { purpose: 'before-apply' }, []],
    [
      'kept for longer than a day',
      { createdAt: ago(day + 1) },
      {},
      { purpose: 'before-apply' },
      ['kept look delete 1'],
    ],
    [
      'kept and old, which is told once',
      { createdAt: ago(30 * day) },
      {},
      { purpose: 'before-revert' },
      ['kept look delete 1'],
    ],
    [
      'automatic',
      { category: 'automatic' },
      { policy: { ...exampleVm().policy, automatic: true } },
      null,
      ['automatic look end-automatic 1'],
    ],
    ['automatic, and no other will come', { category: 'automatic' }, {}, null, ['automatic look delete 1']],
    [
      'automatic and old, which is told once',
      { category: 'automatic', createdAt: ago(30 * day) },
      {},
      null,
      ['automatic look delete 1'],
    ],
    ['of a backup', { category: 'backup' }, {}, null, ['backup look help 1']],
    ['of a backup that runs', { category: 'backup' }, { activity: activity('backing-up') }, null, []],
    ['missing', { category: 'missing' }, {}, null, ['missing wrong help 1']],
    ['of replication, however old', { category: 'replica', createdAt: ago(99 * day) }, {}, null, []],
    ['planned', { category: 'planned', createdAt: ago(99 * day) }, {}, null, []],
    ['that fell back', {}, {}, { fallback: { event: null, isRead: false } }, ['fallback look mark-read 1']],
    ['that fell back, which was read', {}, {}, { fallback: { event: null, isRead: true } }, []],
  ])('%s', (_which, checkpoint, vm, record, expected) => {
    const findings = ofVm({ checkpoints: [exampleCheckpoint(1, checkpoint)], ...vm }, record)
    expect(findings.map(told)).toEqual(expected)
  })

  it('with its name and its machine’s, its age, and an Id that stays', () => {
    const checkpoint = exampleCheckpoint(1, { name: 'Clean install', createdAt: ago(9 * day) })
    expect(ofVm({ checkpoints: [checkpoint] })).toEqual([
      {
        id: `age ${checkpoint.id}`,
        kind: 'age',
        subject: {
          kind: 'checkpoint',
          vmId: exampleVm().id,
          vmName: 'WIN11-TEST',
          checkpointId: checkpoint.id,
          name: 'Clean install',
        },
        severity: 'look',
        sentence: 'It is older than the 7 days that you set.',
        age: 9 * day,
        bytes: null,
        checkpoints: [checkpoint.id],
        remedy: 'delete',
      },
    ])
  })

  it('with no age below nothing where the host’s clock runs ahead', () => {
    const [finding] = ofVm({
      checkpoints: [exampleCheckpoint(1, { category: 'missing', createdAt: ago(-hour) })],
    })
    expect(finding?.age).toBe(0)
  })
})

describe('The list alone tells of a machine', () => {
  it.each<[string, Partial<Vm>, readonly string[]]>([
    [
      'without checkpoints, which may be turned off',
      { policy: { ...exampleVm().policy, type: 'Disabled' } },
      [],
    ],
    ['with as many as it may have', chained(40), []],
    ['with more, by the oldest', chained(42), ['count look delete 1 2']],
    ['with all that Hyper-V keeps', chained(50), ['count wrong delete 1 2 3 4 5 6 7 8 9 10']],
    ['with more that nobody may delete', chained(41, { category: 'replica' }), ['count look none']],
    ['whose disks are being merged', { activity: activity('merging-disks', 34.4) }, ['merging look wait']],
    ['that is busy with something else', { activity: activity('exporting', 10) }, []],
  ])('%s', (_which, vm, expected) => {
    expect(ofVm(vm).map(told)).toEqual(expected)
  })

  it('that Hyper-V keeps no more, even where as many may be had', () => {
    const thresholds = { ...defaultAppSettings.thresholds, count: 50 }
    const findings = healthOf(facts({ vms: [exampleVm(chained(50))], thresholds }))
    expect(findings.map(told)).toEqual(['count wrong delete 1'])
  })
})

describe('The files of a machine tell', () => {
  const base = ['Base.vhdx', 40] as const
  const files = (...names: readonly (readonly [string, number])[]) => [exampleDisk([...names, base])]
  /** On a volume that does not say what is free on it, so that nothing is told of that. */
  const unmeasured = (...disks: Parameters<typeof exampleCosts>): VmCosts =>
    exampleCosts(disks[0], disks[1], null)
  /** Two checkpoints one after the other: 30 GB until the second was taken, 20 GB since. */
  const two = unmeasured(files(['B.avhdx', 20], ['A.avhdx', 30]), [files(), files(['A.avhdx', 30])])

  it('nothing more where all is within what was set', () => {
    expect(ofCosts(chained(2), two)).toEqual([])
  })

  it('that a disk consists of too many files, and which checkpoints to delete for a shorter chain', () => {
    const [finding] = ofCosts(chained(2), two, { depth: 2 })
    expect({ told: finding && told(finding), sentence: finding?.sentence }).toEqual({
      told: 'depth look delete 1',
      sentence: 'One of its disks consists of 3 files, more than the 2 that you set.',
    })
  })

  it('no checkpoint for that where a branch begins at it, since its disk would be kept', () => {
    const branch = exampleCheckpoint(3, { parentId: exampleCheckpointId(1), createdAt: ago(hour) })
    const { checkpoints = [], parentCheckpointId = null } = chained(2)
    const costs = unmeasured(files(['B.avhdx', 20], ['A.avhdx', 30]), [
      files(),
      files(['A.avhdx', 30]),
      files(['C.avhdx', 1]),
    ])
    const findings = ofCosts({ checkpoints: [...checkpoints, branch], parentCheckpointId }, costs, {
      depth: 2,
    })
    expect(findings.map(told)).toEqual(['depth look delete 2'])
  })

  it('that they take too much, and the fewest of the oldest that may be enough', () => {
    const findings = ofCosts(chained(2), two, { size: 51 })
    expect(findings.map((each) => [told(each), each.sentence, each.bytes])).toEqual([
      ['size look delete 1', 'Its checkpoints take 52 GB, more than the 51 GB that you set.', 52 * gigabyte],
    ])
    expect(ofCosts(chained(2), two, { size: 10 }).map(told)).toEqual(['size look delete 1 2'])
  })

  it('nothing of a size that could not be read', () => {
    const unread = exampleCosts([exampleDisk([['A.avhdx', null], base])], [files()])
    expect(ofCosts(chained(1), unread, { size: 1 })).toEqual([])
  })

  it('that files wait to be merged, where no merge is told of already', () => {
    const left = exampleCosts(files(['B.avhdx', 2], ['A.avhdx', 3]), [])
    expect(ofCosts({}, left).map((each) => [told(each), each.sentence])).toEqual([
      [
        'merging look wait',
        '2 files of its disks wait to be merged. What waits takes room until then. Hyper-V does that by itself; where it does not, its log on the host says why.',
      ],
    ])
    expect(ofCosts({ activity: activity('merging-disks') }, left).map(({ sentence }) => sentence)).toEqual([
      'Its disks are being merged. That goes on by itself.',
    ])
  })

  it('what a checkpoint takes that is told of anyway', () => {
    const old = chained(2)
    const checkpoints = (old.checkpoints ?? []).map((each) => ({ ...each, createdAt: ago(8 * day) }))
    expect(ofCosts({ ...old, checkpoints }, two).map(({ kind, bytes }) => [kind, bytes])).toEqual([
      ['age', gigabyte],
      ['age', 31 * gigabyte],
    ])
  })
})

describe('The host tells', () => {
  const vm = exampleVm(chained(1))
  /** 24 GB written in the hour since the checkpoint: 576 GB a day. */
  const costs = (free: number | null): VmCosts =>
    exampleCosts(
      [
        exampleDisk([
          ['A.avhdx', 24],
          ['Base.vhdx', 40],
        ]),
      ],
      [[exampleDisk([['Base.vhdx', 40]])]],
      free,
    )
  const told = (change: Partial<HealthFacts>): readonly string[] =>
    healthOf(facts(change)).map(({ kind, severity, subject, sentence }) =>
      [kind, severity, 'root' in subject ? subject.root : '', sentence].join(' | '),
    )

  it.each<[string, number | null, readonly string[]]>([
    ['for as long as it should', 14 * 576, []],
    [
      'for less',
      13 * 576,
      [
        'runway | look | D:\\ | At the present rate it is full in 13 days, and a full volume stops its machines. Make room on it.',
      ],
    ],
    [
      'for less than a day',
      575,
      [
        'runway | wrong | D:\\ | At the present rate it is full within a day, and a full volume stops its machines. Make room on it.',
      ],
    ],
    [
      'no longer',
      0,
      ['runway | wrong | D:\\ | It is full, and machines that write to it stop. Make room on it.'],
    ],
    ['for nobody knows how long', null, []],
  ])('of a volume that lasts %s', (_which, free, expected) => {
    expect(told({ vms: [vm], costs: new Map([[vm.id, costs(free)]]) })).toEqual(expected)
  })

  it('of a volume by what all machines write to it', () => {
    const other = { ...vm, id: 'ffffffff-1111-4111-8111-111111111111' as Vm['id'] }
    const all = new Map([vm, other].map(({ id }) => [id, costs(20 * 576)]))
    expect(told({ vms: [vm, other], costs: all })).toEqual([expect.stringContaining('in 10 days')])
    expect(told({ vms: [vm], costs: all })).toEqual([])
  })

  it('of a full volume that no machine was read of, and by what was last said of its room', () => {
    const storage = { volumes: [{ root: 'd:\\', size: 1, free: 0 }], leftBehind: [] }
    expect(told({ storage })).toHaveLength(1)
    expect(told({ vms: [vm], costs: new Map([[vm.id, costs(9_999)]]), storage })).toHaveLength(1)
  })

  it('of each disk that nobody uses, with its size, and help alone', () => {
    const leftBehind = [{ path: 'D:\\Disks\\Old.avhdx', size: 3 * gigabyte }]
    expect(healthOf(facts({ storage: { volumes: [], leftBehind } }))).toMatchObject([
      {
        kind: 'left-behind',
        subject: { kind: 'file', path: 'D:\\Disks\\Old.avhdx' },
        bytes: 3 * gigabyte,
        remedy: 'help',
      },
    ])
  })

  it('of nothing where all is well', () => {
    expect(healthOf(facts({ vms: [exampleVm(), vm], storage: { volumes: [], leftBehind: [] } }))).toEqual([])
  })
})
