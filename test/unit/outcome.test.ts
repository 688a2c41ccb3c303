import { describe, expect, it } from 'vitest'
import { CheckpointName, FolderPath } from '#contract/inputs'
import type { CheckpointId, Vm, VmActivity } from '#contract/model'
import type { BackupService } from '#contract/readiness'
import { beforeOf } from '../../electron/core/journal-entry.ts'
import { outcomeOf } from '../../electron/core/outcome.ts'
import type { Wish } from '../../electron/core/wish.ts'
import { exampleCheckpoint, exampleVm } from '../support/example-vm.ts'

const base = exampleCheckpoint(1)
const child = exampleCheckpoint(2, { parentId: base.id })
const grandchild = exampleCheckpoint(3, { parentId: child.id })
const other = exampleCheckpoint(4, { parentId: base.id })
const taken = exampleCheckpoint(5, { parentId: child.id, name: 'Taken' })
const vm = exampleVm({
  state: 'Running',
  checkpoints: [base, child, grandchild, other],
  parentCheckpointId: child.id,
})

/** Who wished what of `vm`, what the host says now, and what is to be made of it. */
type Row = readonly [string, Wish, Partial<Vm>, ReturnType<typeof outcomeOf>['kind']]

const name = CheckpointName.parse('Taken')
const unnamed: Wish = { kind: 'create-checkpoint', name: null, notes: null }
const named: Wish = { kind: 'create-checkpoint', name, notes: null }
const withTaken: Partial<Vm> = { checkpoints: [...vm.checkpoints, taken], parentCheckpointId: taken.id }
const withKept = (name: string, parent: CheckpointId): Partial<Vm> => ({
  checkpoints: [...vm.checkpoints, { ...taken, name }],
  parentCheckpointId: parent,
})
const apply = (target: CheckpointId, keepsCurrent = false): Wish => ({
  kind: 'apply-checkpoint',
  checkpointId: target,
  keepsCurrent,
})
const revert = (keepsCurrent: boolean): Wish => ({ kind: 'revert', checkpointId: child.id, keepsCurrent })
const rename: Wish = { kind: 'rename-checkpoint', checkpointId: base.id, name }
const remove: Wish = { kind: 'delete-checkpoint', checkpointId: child.id }
const removeSubtree: Wish = { kind: 'delete-checkpoint-subtree', checkpointId: child.id }
const exporting: Wish = {
  kind: 'export-checkpoint',
  checkpointId: base.id,
  folder: FolderPath.parse('D:\\Exports'),
}
const policy: Wish = { kind: 'change-checkpoint-policy', changes: { type: 'Standard', automatic: true } }
const working = (kind: VmActivity['kind']): Partial<Vm> => ({ activity: { kind, percent: 40, job: null } })

const rows: readonly Row[] = [
  ['a checkpoint that is there now was taken', unnamed, withTaken, 'done'],
  ['a checkpoint that is there with its name was taken', named, withTaken, 'done'],
  ['no new checkpoint was not taken', unnamed, {}, 'not-done'],
  [
    'a new one with another name may be ours',
    named,
    { checkpoints: [...vm.checkpoints, { ...taken, name: 'X' }] },
    'unknown',
  ],
  [
    'a new one of a backup program is none',
    unnamed,
    { checkpoints: [...vm.checkpoints, { ...taken, category: 'backup' }] },
    'not-done',
  ],
  [
    'a new one elsewhere in the tree is none',
    unnamed,
    { checkpoints: [...vm.checkpoints, { ...taken, parentId: other.id }] },
    'not-done',
  ],
  ['a checkpoint that is being taken', unnamed, working('creating-checkpoint'), 'under-way'],

  ['“Now” hangs under the checkpoint since', apply(other.id), { parentCheckpointId: other.id }, 'done'],
  ['“Now” hangs where it hung', apply(other.id), {}, 'not-done'],
  ['“Now” hangs elsewhere', apply(other.id), { parentCheckpointId: base.id }, 'unknown'],
  ['it is being applied', apply(other.id), working('applying-checkpoint'), 'under-way'],
  ['it is being saved for that', apply(other.id), { state: 'Saving' }, 'under-way'],
  ['kept, and applied', apply(other.id, true), withKept('Before applying “Checkpoint 4”', other.id), 'done'],
  [
    'kept, and not applied',
    apply(other.id, true),
    withKept('Before applying “Checkpoint 4”', taken.id),
    'not-done',
  ],
  ['kept, and not named yet', apply(other.id, true), withTaken, 'not-done'],
  [
    'applied by somebody, after somebody took a checkpoint',
    apply(other.id, true),
    { ...withTaken, parentCheckpointId: other.id },
    'unknown',
  ],
  ['neither kept nor applied', apply(other.id, true), {}, 'not-done'],
  [
    'applied by somebody, for nothing was kept',
    apply(other.id, true),
    { parentCheckpointId: other.id },
    'unknown',
  ],

  [
    'kept, and back under the same checkpoint',
    revert(true),
    withKept('Before reverting to “Checkpoint 2”', child.id),
    'done',
  ],
  ['kept, and still under what was kept', revert(true), withTaken, 'not-done'],
  ['not even kept', revert(true), {}, 'not-done'],
  ['under the same checkpoint, before and after', revert(false), {}, 'unknown'],
  ['off, from a checkpoint without memory', revert(false), { state: 'Off' }, 'done'],

  ['it has the name', rename, { checkpoints: [{ ...base, name: 'Taken' }, child] }, 'done'],
  ['it has the old name', rename, {}, 'not-done'],
  ['it has a third name', rename, { checkpoints: [{ ...base, name: 'Third' }] }, 'unknown'],
  ['it is gone, and nobody knows under which name', rename, { checkpoints: [child] }, 'unknown'],

  ['an export that goes on', exporting, working('exporting'), 'under-way'],
  ['an export that does not go on', exporting, {}, 'unknown'],

  ['it is gone', remove, { checkpoints: [base, grandchild, other] }, 'done'],
  ['it is there', remove, {}, 'not-done'],
  ['it is being deleted', remove, working('deleting-checkpoint'), 'under-way'],
  [
    'it is gone, and its disks are being merged',
    remove,
    { checkpoints: [base], ...working('merging-disks') },
    'done',
  ],
  ['all of the subtree is gone', removeSubtree, { checkpoints: [base, other] }, 'done'],
  ['all of the subtree is there', removeSubtree, {}, 'not-done'],
  ['some of the subtree is gone', removeSubtree, { checkpoints: [base, child, other] }, 'unknown'],

  ['it has the values', policy, { policy: { ...vm.policy, type: 'Standard', automatic: true } }, 'done'],
  ['it has the old values', policy, {}, 'not-done'],
  ['it has some of the values', policy, { policy: { ...vm.policy, type: 'Standard' } }, 'unknown'],

  ['it is off', { kind: 'turn-off' }, { state: 'Off' }, 'done'],
  ['it is off', { kind: 'shut-down' }, { state: 'Off' }, 'done'],
  ['it is saved', { kind: 'save' }, { state: 'Saved' }, 'done'],
  ['it is paused', { kind: 'pause' }, { state: 'Paused' }, 'done'],
  ['it runs', { kind: 'start' }, { state: 'Running' }, 'done'],
  ['it runs', { kind: 'resume' }, { state: 'Running' }, 'done'],
  ['it runs as before', { kind: 'turn-off' }, {}, 'not-done'],
  ['it runs as before, and may be about to shut down', { kind: 'shut-down' }, {}, 'unknown'],
  ['it is about to be saved', { kind: 'save' }, { state: 'Saving' }, 'under-way'],
  ['it is neither what it was nor what it should be', { kind: 'save' }, { state: 'Paused' }, 'unknown'],
  ['it waits to start', { kind: 'start' }, { state: 'Off', ...working('waiting-to-start') }, 'under-way'],
]

describe('What became of a wish, as the host shows it', () => {
  it.each(rows.map((row) => [row[1].kind, ...row] as const))('%s: %s', (_kind, _case, wish, now, kind) => {
    expect(outcomeOf(wish, beforeOf(vm), { ...vm, ...now }).kind).toBe(kind)
  })

  const services: readonly (readonly [BackupService, ReturnType<typeof outcomeOf>['kind']])[] = [
    ['ok', 'done'],
    ['degraded', 'done'],
    ['silent', 'done'],
    ['disabled', 'not-done'],
    ['absent', 'not-done'],
    ['unknown', 'unknown'],
  ]
  it.each(services)('enable-backup-service: the service is %s', (service, kind) => {
    expect(outcomeOf({ kind: 'enable-backup-service' }, beforeOf(vm), vm, service).kind).toBe(kind)
  })

  it('names the checkpoint that was taken', () => {
    expect(outcomeOf(named, beforeOf(vm), { ...vm, ...withTaken })).toEqual({
      kind: 'done',
      checkpointId: taken.id,
    })
  })
})
