import { describe, expect, it } from 'vitest'
import {
  applyRefusal,
  createCheckpointRefusal,
  deleteRefusal,
  deleteSubtreeRefusal,
  exportRefusal,
  locationRefusal,
  powerRefusal,
  renameRefusal,
  revertRefusal,
  subtreeOf,
} from '#contract/eligibility'
import { type CheckpointCategory, type CheckpointType, type Vm, VmState } from '#contract/model'
import { exampleCheckpoint, exampleCheckpointId, exampleVm } from '../support/example-vm.ts'

describe('a checkpoint can be taken', () => {
  it('in the states that Hyper-V allows for the policy', () => {
    const allowedIn = (type: CheckpointType): readonly VmState[] =>
      VmState.options.filter((state) => createCheckpointRefusal(withPolicy(type, { state })) === null)
    expect({
      Disabled: allowedIn('Disabled'),
      Production: allowedIn('Production'),
      ProductionOnly: allowedIn('ProductionOnly'),
      Standard: allowedIn('Standard'),
    }).toEqual({
      Disabled: [],
      Production: ['Running', 'Off', 'Saved', 'Paused', 'Hibernated'],
      ProductionOnly: ['Running', 'Off'],
      Standard: ['Running', 'Off', 'Saved', 'Paused', 'Hibernated'],
    })
  })

  it('up to fifty times', () => {
    const checkpoints = Array.from({ length: 50 }, (_, n) => exampleCheckpoint(n))
    const answers = [49, 50].map(
      (count) =>
        createCheckpointRefusal(exampleVm({ checkpoints: checkpoints.slice(0, count) }))?.code ?? null,
    )
    expect(answers).toEqual([null, 'limit-reached'])
  })

  it('not of a replica, nor where the storage is in trouble', () => {
    const answers = [
      exampleVm({ replication: 'Replica' }),
      exampleVm({ isCritical: true }),
      exampleVm({ replication: 'Primary' }),
    ]
    expect(answers.map((vm) => createCheckpointRefusal(vm)?.code ?? null)).toEqual([
      'not-allowed',
      'wrong-state',
      null,
    ])
  })

  it('and a refusal says why and what to do', () => {
    expect(createCheckpointRefusal(withPolicy('ProductionOnly', { state: 'Saved' }))).toEqual({
      code: 'wrong-state',
      message:
        'WIN11-TEST is saved and set to production checkpoints only, which need it running or off. Start it, or allow standard checkpoints in its Settings.',
    })
  })
})

it('only one’s own and automatic checkpoints may be acted on', () => {
  const vm = exampleVm()
  const answers = (['user', 'automatic', 'backup', 'replica', 'planned', 'missing'] as const).map(
    (category: CheckpointCategory) => {
      const checkpoint = exampleCheckpoint(1, { category })
      const refusals = [
        applyRefusal(vm, checkpoint),
        renameRefusal(checkpoint),
        exportRefusal(checkpoint),
        deleteRefusal(vm, checkpoint),
      ]
      return [category, refusals.map((refusal) => refusal?.code ?? null)]
    },
  )
  const all = (value: string | null): (string | null)[] => [value, value, value, value]
  expect(answers).toEqual([
    ['user', all(null)],
    ['automatic', all(null)],
    ['backup', all('not-allowed')],
    ['replica', all('not-allowed')],
    ['planned', all('not-allowed')],
    ['missing', all('not-allowed')],
  ])
})

it('revert goes to the checkpoint that Now hangs under, and to no other', () => {
  const parent = exampleCheckpoint(1)
  const answers = [
    exampleVm(),
    exampleVm({ checkpoints: [parent] }),
    exampleVm({ checkpoints: [parent], parentCheckpointId: parent.id }),
    exampleVm({ checkpoints: [parent], parentCheckpointId: parent.id, state: 'Saving' }),
  ].map((vm) => revertRefusal(vm)?.code ?? null)
  expect(answers).toEqual(['checkpoint-not-found', 'checkpoint-not-found', null, 'wrong-state'])
})

describe('a subtree', () => {
  const root = exampleCheckpoint(1)
  const child = exampleCheckpoint(2, { parentId: root.id })
  const grandchild = exampleCheckpoint(3, { parentId: child.id })
  const other = exampleCheckpoint(4)

  it('is the checkpoint and all that hang under it', () => {
    const vm = exampleVm({ checkpoints: [grandchild, other, child, root] })
    expect(subtreeOf(vm, root).map(({ id }) => id)).toEqual([1, 2, 3].map(exampleCheckpointId))
  })

  it('ends where its data run in a circle', () => {
    const circle = exampleVm({ checkpoints: [{ ...root, parentId: child.id }, child] })
    expect(subtreeOf(circle, child)).toHaveLength(2)
  })

  it('is not deleted where a backup hangs in it', () => {
    const vm = exampleVm({ checkpoints: [root, child, { ...grandchild, category: 'backup' }] })
    expect([deleteSubtreeRefusal(vm, root)?.code, deleteSubtreeRefusal(vm, other)]).toEqual([
      'not-allowed',
      null,
    ])
  })
})

it('the checkpoint file location stays while there are checkpoints', () => {
  const answers = [0, 1, 4].map((count) =>
    locationRefusal(
      exampleVm({ checkpoints: Array.from({ length: count }, (_, n) => exampleCheckpoint(n)) }),
    ),
  )
  expect(answers.map((refusal) => refusal?.message ?? null)).toEqual([
    null,
    'The checkpoint file location of WIN11-TEST can’t change while it has a checkpoint.',
    'The checkpoint file location of WIN11-TEST can’t change while it has 4 checkpoints.',
  ])
})

it('power can be changed from the states that Hyper-V allows', () => {
  const allowed = (['start', 'shut-down', 'turn-off', 'save', 'pause', 'resume'] as const).map((action) => [
    action,
    VmState.options.filter((state) => powerRefusal(exampleVm({ state }), action) === null),
  ])
  expect(Object.fromEntries(allowed)).toEqual({
    start: ['Off', 'Saved', 'Paused', 'Hibernated'],
    'shut-down': ['Running'],
    'turn-off': ['Running', 'Saved', 'Paused'],
    save: ['Running', 'Paused'],
    pause: ['Running'],
    resume: ['Paused'],
  })
})

function withPolicy(type: CheckpointType, change: Partial<Vm>): Vm {
  const vm = exampleVm(change)
  return { ...vm, policy: { ...vm.policy, type } }
}
