import fc from 'fast-check'
import { CheckpointName, CheckpointNotes, FolderPath } from '#contract/inputs'
import type { CheckpointType, Operation, Vm } from '#contract/model'
import type { OperationName } from '#contract/operations'

/** Something that somebody may ask of a machine; which of its checkpoints is meant shows when it is asked. */
export interface RandomWish {
  readonly kind: Operation['kind']
  readonly which: number
  readonly also: boolean
}

const kinds = [
  'create-checkpoint',
  'create-checkpoint',
  'apply-checkpoint',
  'apply-checkpoint',
  'revert',
  'rename-checkpoint',
  'change-checkpoint-notes',
  'export-checkpoint',
  'delete-checkpoint',
  'delete-checkpoint-subtree',
  'change-checkpoint-policy',
  'enable-backup-service',
  'start',
  'shut-down',
  'turn-off',
  'save',
  'pause',
  'resume',
] as const satisfies Operation['kind'][]

export const randomWish: fc.Arbitrary<RandomWish> = fc.record({
  kind: fc.constantFrom(...kinds),
  which: fc.nat({ max: 4 }),
  also: fc.boolean(),
})

export interface Request {
  readonly name: OperationName
  readonly input: { readonly vmId: Vm['id'] } & Readonly<Record<string, unknown>>
}

/** As a window would ask for it now. Null where the machine has no checkpoint and one is needed. */
export function requestOf({ kind, which, also }: RandomWish, vm: Vm, number: number): Request | null {
  const vmId = vm.id
  const text = `Wish ${String(number)}`
  const checkpointId = vm.checkpoints[which % Math.max(1, vm.checkpoints.length)]?.id
  switch (kind) {
    case 'create-checkpoint':
      return {
        name: 'checkpoint.create',
        input: { vmId, name: CheckpointName.parse(text), ...(also ? { type: 'Standard' } : {}) },
      }
    case 'change-checkpoint-policy':
      return {
        name: 'vm.changeCheckpointPolicy',
        input: { vmId, changes: { type: policyWished(also) } },
      }
    case 'revert':
      return vm.parentCheckpointId === null
        ? null
        : { name: 'vm.revert', input: { vmId, checkpointId: vm.parentCheckpointId, keepCurrent: also } }
    case 'enable-backup-service':
      return { name: 'vm.enableBackupService', input: { vmId } }
    case 'start':
    case 'save':
    case 'pause':
    case 'resume':
      return { name: `vm.${kind}`, input: { vmId } }
    case 'shut-down':
      return { name: 'vm.shutDown', input: { vmId } }
    case 'turn-off':
      return { name: 'vm.turnOff', input: { vmId } }
    case 'apply-checkpoint':
    case 'rename-checkpoint':
    case 'change-checkpoint-notes':
    case 'export-checkpoint':
    case 'delete-checkpoint':
    case 'delete-checkpoint-subtree':
      return checkpointId === undefined ? null : ofCheckpoint(kind, { vmId, checkpointId }, text, also)
  }
}

/** The policy that a wish is for, where it is for one. */
export function policyWished(also: boolean): CheckpointType {
  return also ? 'Production' : 'ProductionOnly'
}

type OfCheckpoint = Extract<
  Operation['kind'],
  | 'apply-checkpoint'
  | 'rename-checkpoint'
  | 'change-checkpoint-notes'
  | 'export-checkpoint'
  | 'delete-checkpoint'
  | 'delete-checkpoint-subtree'
>

function ofCheckpoint(
  kind: OfCheckpoint,
  ref: { readonly vmId: Vm['id']; readonly checkpointId: Vm['checkpoints'][number]['id'] },
  text: string,
  also: boolean,
): Request {
  switch (kind) {
    case 'apply-checkpoint':
      return { name: 'checkpoint.apply', input: { ...ref, keepCurrent: also } }
    case 'rename-checkpoint':
      return { name: 'checkpoint.rename', input: { ...ref, name: CheckpointName.parse(text) } }
    case 'change-checkpoint-notes':
      return { name: 'checkpoint.changeNotes', input: { ...ref, notes: CheckpointNotes.parse(text) } }
    case 'export-checkpoint':
      return { name: 'checkpoint.export', input: { ...ref, folder: FolderPath.parse('D:\\Exports') } }
    case 'delete-checkpoint':
      return { name: 'checkpoint.delete', input: ref }
    case 'delete-checkpoint-subtree':
      return { name: 'checkpoint.deleteSubtree', input: ref }
  }
}
