import fc from 'fast-check'
import { CheckpointName, CheckpointNotes, FolderPath } from '#contract/inputs'
import { type CheckpointId, type CheckpointType, Operation, type Vm } from '#contract/model'
import type { OperationName } from '#contract/operations'
import type { SessionNonce } from '#contract/seen'
import { type LosingName, seenIn } from './with-seen.ts'

/** Something that somebody may ask of a machine; which of its checkpoints is meant shows when it is asked. */
export interface RandomWish {
  readonly kind: Operation['kind']
  readonly which: number
  readonly also: boolean
}

export const randomWish: fc.Arbitrary<RandomWish> = fc.record({
  // What makes a tree of checkpoints comes twice as often as what is done with it.
  kind: fc.constantFrom(...Operation.shape.kind.options, 'create-checkpoint', 'apply-checkpoint'),
  which: fc.nat({ max: 4 }),
  also: fc.boolean(),
})

export interface Request {
  readonly name: OperationName
  readonly input: { readonly vmId: Vm['id'] } & Readonly<Record<string, unknown>>
}

/** On the disks of a simulated host. Over PowerShell the host is this computer, and so are its folders. */
const usualFolder = 'D:\\Exports'

/** As a window that shows the machine so would ask for it. Null where the machine has no checkpoint and one is needed. */
export function requestOf(
  { kind, which, also }: RandomWish,
  vm: Vm,
  session: SessionNonce,
  number: number,
  exportTo = usualFolder,
): Request | null {
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
        : losing('vm.revert', vm, vm.parentCheckpointId, session, { keepCurrent: also })
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
      return checkpointId === undefined
        ? null
        : losing('checkpoint.apply', vm, checkpointId, session, { keepCurrent: also })
    case 'delete-checkpoint':
      return checkpointId === undefined ? null : losing('checkpoint.delete', vm, checkpointId, session)
    case 'delete-checkpoint-subtree':
      return checkpointId === undefined ? null : losing('checkpoint.deleteSubtree', vm, checkpointId, session)
    case 'rename-checkpoint':
    case 'change-checkpoint-notes':
    case 'export-checkpoint':
      return checkpointId === undefined ? null : ofCheckpoint(kind, { vmId, checkpointId }, text, exportTo)
  }
}

/** The policy that a wish is for, where it is for one. */
export function policyWished(also: boolean): CheckpointType {
  return also ? 'Production' : 'ProductionOnly'
}

type OfCheckpoint = Extract<
  Operation['kind'],
  'rename-checkpoint' | 'change-checkpoint-notes' | 'export-checkpoint'
>

function ofCheckpoint(
  kind: OfCheckpoint,
  ref: { readonly vmId: Vm['id']; readonly checkpointId: Vm['checkpoints'][number]['id'] },
  text: string,
  exportTo: string,
): Request {
  switch (kind) {
    case 'rename-checkpoint':
      return { name: 'checkpoint.rename', input: { ...ref, name: CheckpointName.parse(text) } }
    case 'change-checkpoint-notes':
      return { name: 'checkpoint.changeNotes', input: { ...ref, notes: CheckpointNotes.parse(text) } }
    case 'export-checkpoint':
      return { name: 'checkpoint.export', input: { ...ref, folder: FolderPath.parse(exportTo) } }
  }
}

function losing(
  name: LosingName,
  vm: Vm,
  checkpointId: CheckpointId,
  session: SessionNonce,
  also: Readonly<Record<string, unknown>> = {},
): Request {
  return {
    name,
    input: { vmId: vm.id, checkpointId, seen: seenIn(vm, name, checkpointId, session), ...also },
  }
}
