import { CheckpointName, CheckpointNotes, FolderPath } from '#contract/inputs'
import type { CheckpointId, Operation, VmId } from '#contract/model'
import type { OperationName } from '#contract/operations'
import type { AppOnLab } from './app-on-lab.ts'
import type { SpareKind } from './host-lab.ts'
import { type LosingName, withSeen } from './with-seen.ts'

/** One change of each kind, on a machine of its own, with what it needs to be possible. */
export interface EveryChange {
  readonly kind: Operation['kind']
  /** What sets it apart from others of its kind. */
  readonly also?: string
  readonly machine: SpareKind
  readonly name: OperationName
  readonly input: (app: AppOnLab, vmId: VmId) => Promise<object>
}

export const everyChange: readonly EveryChange[] = [
  { kind: 'create-checkpoint', machine: 'off', name: 'checkpoint.create', input: nothing },
  {
    kind: 'create-checkpoint',
    also: 'with a name',
    machine: 'running',
    name: 'checkpoint.create',
    input: () => Promise.resolve({ name: 'Before the patch' }),
  },
  {
    kind: 'apply-checkpoint',
    machine: 'off',
    name: 'checkpoint.apply',
    input: async (app, vmId) => ({ ...(await older(app, vmId, 'checkpoint.apply')), keepCurrent: false }),
  },
  {
    kind: 'apply-checkpoint',
    also: 'and keep the current state',
    machine: 'off',
    name: 'checkpoint.apply',
    input: async (app, vmId) => ({ ...(await older(app, vmId, 'checkpoint.apply')), keepCurrent: true }),
  },
  {
    kind: 'revert',
    also: 'to memory',
    machine: 'standard',
    name: 'vm.revert',
    input: toRevertTo,
  },
  {
    kind: 'revert',
    also: 'to no memory',
    machine: 'running',
    name: 'vm.revert',
    input: toRevertTo,
  },
  {
    kind: 'rename-checkpoint',
    machine: 'off',
    name: 'checkpoint.rename',
    input: async (app, vmId) => ({
      checkpointId: await taken(app, vmId),
      name: CheckpointName.parse('Renamed'),
    }),
  },
  {
    kind: 'change-checkpoint-notes',
    machine: 'off',
    name: 'checkpoint.changeNotes',
    input: async (app, vmId) => ({
      checkpointId: await taken(app, vmId),
      notes: CheckpointNotes.parse('Before the patch.'),
    }),
  },
  {
    kind: 'export-checkpoint',
    machine: 'off',
    name: 'checkpoint.export',
    input: async (app, vmId) => ({
      checkpointId: await taken(app, vmId),
      folder: FolderPath.parse('D:\\Exports'),
    }),
  },
  {
    kind: 'delete-checkpoint',
    machine: 'off',
    name: 'checkpoint.delete',
    input: (app, vmId) => older(app, vmId, 'checkpoint.delete'),
  },
  {
    kind: 'delete-checkpoint-subtree',
    machine: 'off',
    name: 'checkpoint.deleteSubtree',
    input: (app, vmId) => older(app, vmId, 'checkpoint.deleteSubtree'),
  },
  {
    kind: 'change-checkpoint-policy',
    machine: 'off',
    name: 'vm.changeCheckpointPolicy',
    input: () => Promise.resolve({ changes: { type: 'Standard' } }),
  },
  {
    kind: 'enable-backup-service',
    machine: 'backupServiceOff',
    name: 'vm.enableBackupService',
    input: nothing,
  },
  { kind: 'start', machine: 'off', name: 'vm.start', input: nothing },
  { kind: 'shut-down', machine: 'running', name: 'vm.shutDown', input: nothing },
  { kind: 'turn-off', machine: 'running', name: 'vm.turnOff', input: nothing },
  { kind: 'save', machine: 'running', name: 'vm.save', input: nothing },
  { kind: 'pause', machine: 'running', name: 'vm.pause', input: nothing },
  { kind: 'resume', machine: 'paused', name: 'vm.resume', input: nothing },
]

function nothing(): Promise<object> {
  return Promise.resolve({})
}

async function taken(app: AppOnLab, vmId: VmId): Promise<CheckpointId> {
  const { checkpointId } = await app.finish('checkpoint.create', { vmId })
  if (checkpointId === null) throw new Error('No checkpoint was taken.')
  return checkpointId
}

/** A checkpoint under which another one hangs, and "Now" under that. */
async function older(app: AppOnLab, vmId: VmId, name: LosingName): Promise<object> {
  const checkpointId = await taken(app, vmId)
  await taken(app, vmId)
  return withSeen(app.call, name, { vmId, checkpointId })
}

async function toRevertTo(app: AppOnLab, vmId: VmId): Promise<object> {
  const checkpointId = await taken(app, vmId)
  return withSeen(app.call, 'vm.revert', { vmId, checkpointId, keepCurrent: false })
}
