import type { Diagnosis } from '#contract/diagnosis'
import {
  type PowerAction,
  type Refusal,
  applyRefusal,
  createCheckpointRefusal,
  deleteRefusal,
  deleteSubtreeRefusal,
  exportRefusal,
  locationRefusal,
  powerRefusal,
  renameRefusal,
  revertRefusal,
} from '#contract/eligibility'
import { AppError } from '#contract/errors'
import type { FolderPath } from '#contract/inputs'
import type { Checkpoint, OperationKind, Vm, VmId } from '#contract/model'
import type { Handlers } from '#contract/operations'
import { type Change, createChanger, requireCheckpoint } from './changer.ts'
import { requireFolderPath } from './folder-path.ts'
import type { Inventory } from './inventory.ts'
import type { OperationsQueue } from './operations-queue.ts'
import type { CheckpointRef, HyperVHost, OnProgress, PolicyChanges } from './ports.ts'

/** One short function per operation of the contract: find what is meant, ask the rules, queue the work. */
export function createHandlers(
  inventory: Inventory,
  queue: OperationsQueue,
  diagnose: () => Promise<Diagnosis>,
): Handlers {
  const change = createChanger(inventory, queue)
  const power = (action: PowerAction) => (input: { readonly vmId: VmId }) =>
    change({
      kind: action,
      vmId: input.vmId,
      refusal: (vm) => powerRefusal(vm, action),
      run: (host) => host.changePower(input.vmId, action),
    })

  return {
    'host.status': () => Promise.resolve(inventory.status()),
    'host.refresh': async () => {
      await inventory.refresh()
      return inventory.status()
    },
    'host.diagnose': diagnose,
    'host.listFolders': async ({ path }) => {
      const host = inventory.host()
      // The schema has limited its length; the rules for a path that is not the top are those of any folder.
      if (path !== '') requireFolderPath(path as FolderPath, host.pathStyle)
      return host.listFolders(path)
    },
    'vm.list': () => Promise.resolve([...inventory.vms()]),
    'operation.list': () => Promise.resolve([...queue.list()]),

    'checkpoint.create': ({ vmId, name, notes }) =>
      change({
        kind: 'create-checkpoint',
        vmId,
        details: [name, notes],
        refusal: createCheckpointRefusal,
        run: (host, { percent }) =>
          host.createCheckpoint({ vmId, name: name ?? null, notes: notes ?? null }, percent),
      }),
    'checkpoint.apply': ({ keepCurrent, ...ref }) =>
      change({
        ...onCheckpoint('apply-checkpoint', ref, applyRefusal),
        keepsCurrent: keepCurrent,
        run: (host, { percent }) => host.applyCheckpoint(ref, percent),
      }),
    'vm.revert': ({ keepCurrent, ...ref }) =>
      change({
        ...onCheckpoint('revert', ref, (vm, checkpoint) => revertRefusal(vm) ?? movedRefusal(vm, checkpoint)),
        keepsCurrent: keepCurrent,
        // A kept checkpoint becomes the parent of "Now", so what was meant has to be applied by its own Id then.
        run: (host, { percent }) =>
          keepCurrent ? host.applyCheckpoint(ref, percent) : host.revert(ref, percent),
      }),
    'checkpoint.rename': ({ name, ...ref }) =>
      change({
        ...onCheckpoint('rename-checkpoint', ref, (_vm, checkpoint) => renameRefusal(checkpoint)),
        details: [name],
        run: (host) => host.renameCheckpoint(ref, name),
      }),
    'checkpoint.export': async ({ folder, ...ref }) => {
      await requireUsableFolder(inventory.host(), folder)
      return change({
        ...onCheckpoint('export-checkpoint', ref, (_vm, checkpoint) => exportRefusal(checkpoint)),
        details: [folder],
        run: (host, { percent }) => host.exportCheckpoint(ref, folder, percent),
      })
    },
    'checkpoint.delete': (ref) =>
      change({
        ...onCheckpoint('delete-checkpoint', ref, deleteRefusal),
        run: (host, { percent }) => host.deleteCheckpoint(ref, percent),
        afterwards: (onProgress) => mergeEnd(inventory, ref.vmId, onProgress),
      }),
    'checkpoint.deleteSubtree': (ref) =>
      change({
        ...onCheckpoint('delete-checkpoint-subtree', ref, deleteSubtreeRefusal),
        run: (host, { percent }) => host.deleteCheckpointSubtree(ref, percent),
        afterwards: (onProgress) => mergeEnd(inventory, ref.vmId, onProgress),
      }),

    'vm.changeCheckpointPolicy': async ({ vmId, changes }) => {
      if (changes.location !== undefined) await requireUsableFolder(inventory.host(), changes.location)
      return change({
        kind: 'change-checkpoint-policy',
        vmId,
        details: [changes.type, changes.automatic, changes.location],
        refusal: (vm) => policyRefusal(vm, changes),
        run: (host) => host.changeCheckpointPolicy(vmId, changes),
      })
    },
    'vm.start': power('start'),
    'vm.shutDown': power('shut-down'),
    'vm.turnOff': power('turn-off'),
    'vm.save': power('save'),
    'vm.pause': power('pause'),
    'vm.resume': power('resume'),
  }
}

function onCheckpoint(
  kind: OperationKind,
  ref: CheckpointRef,
  refusal: (vm: Vm, checkpoint: Checkpoint) => Refusal | null,
): Pick<Change, 'kind' | 'vmId' | 'checkpointId' | 'refusal'> {
  return { kind, ...ref, refusal: (vm) => refusal(vm, requireCheckpoint(vm, ref.checkpointId)) }
}

function movedRefusal(vm: Vm, checkpoint: Checkpoint): Refusal | null {
  if (vm.parentCheckpointId === checkpoint.id) return null
  return {
    code: 'changed-meanwhile',
    message: `${vm.name} no longer runs from “${checkpoint.name}”. Look at its checkpoints and decide again.`,
  }
}

function policyRefusal(vm: Vm, changes: PolicyChanges): Refusal | null {
  const isSameLocation = changes.location === undefined || changes.location === vm.policy.location
  return isSameLocation ? null : locationRefusal(vm)
}

async function requireUsableFolder(host: HyperVHost, folder: FolderPath): Promise<void> {
  requireFolderPath(folder, host.pathStyle)
  const found = await host.inspectFolder(folder)
  if (found === 'missing')
    throw new AppError(
      'folder-missing',
      `The folder ${folder} is not there. Choose one that is, or make it first.`,
    )
  if (found === 'not-writable')
    throw new AppError('folder-not-writable', `Nothing can be written to ${folder}. Choose another folder.`)
}

/** Follows the merge that Hyper-V goes on with after a delete has answered. */
async function mergeEnd(inventory: Inventory, vmId: VmId, onProgress: OnProgress): Promise<void> {
  await inventory.until(vmId, ({ activity }) => {
    if (activity?.kind !== 'merging-disks') return true
    onProgress(activity.percent)
    return false
  })
}
