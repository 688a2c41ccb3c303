import {
  applyRefusal,
  deleteRefusal,
  deleteSubtreeRefusal,
  exportRefusal,
  renameRefusal,
} from '#contract/eligibility'
import type { Checkpoint, Operation, Vm } from '#contract/model'
import { ask } from '../dialogs/ask.ts'
import DeleteDialog from '../dialogs/DeleteDialog.vue'
import DeleteSubtreeDialog from '../dialogs/DeleteSubtreeDialog.vue'
import GoBackDialog from '../dialogs/GoBackDialog.vue'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import { call } from '../bridge.ts'
import { seenTarget } from '../seen.ts'
import { useOperations } from '../stores/operations.ts'
import { useReadiness } from '../stores/readiness.ts'
import { useSelection } from '../stores/selection.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import { checkpointRefusal } from '../verdict/checkpoint-refusals.ts'
import { isAsked, stopAsking } from './asking.ts'
import type { Command } from './command.ts'
import { exportFolders, rememberExportFolder } from './export-folders.ts'
import { folderFinding } from './folder-finding.ts'
import { goBack } from './go-back.ts'
import { key } from './key.ts'
import { request } from './request.ts'
import { setCommands } from './set-commands.ts'

/** A checkpoint, and the machine whose it is. */
export interface CheckpointTarget {
  readonly vm: Vm
  readonly checkpoint: Checkpoint
}

const apply: Command<CheckpointTarget> = {
  id: 'apply',
  label: text.command.apply,
  icon: 'apply',
  keys: [],
  isOffered: () => true,
  refusal: ({ vm, checkpoint }) => applyRefusal(vm, checkpoint),
  run: async (target) => {
    // Where the current state can't be kept there is no safe answer to give unasked.
    if (!isAsked('apply') && checkpointRefusal(target.vm) === null) {
      await request('apply-checkpoint', target.vm, 'checkpoint.apply', async () => ({
        ...(await seenTarget(target, 'go-back')),
        keepCurrent: true,
      }))
      return
    }
    await ask(GoBackDialog, () => {
      const now = current(target)
      return (
        now && {
          kind: 'apply' as const,
          vm: now.vm,
          target: now.checkpoint,
          reading: useReadiness().of(now.vm.id),
          stopAsking: () => stopAsking('apply'),
          send: async (keepCurrent: boolean, isStartedAfterwards: boolean) =>
            goBack(
              'checkpoint.apply',
              { ...(await seenTarget(now, 'go-back')), keepCurrent },
              isStartedAfterwards,
            ),
        }
      )
    })
  },
}

const exportCheckpoint: Command<CheckpointTarget> = {
  id: 'export',
  label: text.command.export,
  icon: 'export',
  keys: [],
  isOffered: () => true,
  refusal: ({ checkpoint }) => exportRefusal(checkpoint),
  run: async (target) => {
    await ask(lateDialogs.exporting, () => {
      const now = current(target)
      return (
        now && {
          ...now,
          ...exportFolders(),
          folders: folderFinding(),
          readDetails: () => call('checkpoint.details', reference(target)),
          send: (folder: string) => exportTo(folder, target),
        }
      )
    })
  },
}

export const rename: Command<CheckpointTarget> = {
  id: 'rename',
  label: text.command.rename,
  icon: 'rename',
  keys: [key('F2')],
  isOffered: () => true,
  refusal: ({ checkpoint }) => renameRefusal(checkpoint),
  // Awaiting nothing: the edit box in the tree does the rest, and says there what is wrong with a name.
  run: ({ checkpoint }) => {
    useSelection().startRenaming(checkpoint.id)
    return Promise.resolve()
  },
}

const deleteCheckpoint: Command<CheckpointTarget> = {
  id: 'delete',
  label: text.command.deleteCheckpoint,
  icon: 'delete',
  keys: [key('Delete')],
  isOffered: () => true,
  refusal: ({ vm, checkpoint }) => deleteRefusal(vm, checkpoint),
  run: async (target) => {
    if (!isAsked('delete')) {
      await request('delete-checkpoint', target.vm, 'checkpoint.delete', () => seenTarget(target, 'delete'))
      return
    }
    await ask(DeleteDialog, () => {
      const now = current(target)
      return (
        now && {
          ...now,
          readCosts: () => call('vm.costs', { vmId: target.vm.id }),
          stopAsking: () => stopAsking('delete'),
          send: async () => useOperations().send('checkpoint.delete', await seenTarget(now, 'delete')),
        }
      )
    })
  },
}

const deleteSubtree: Command<CheckpointTarget> = {
  id: 'delete-subtree',
  label: text.command.deleteSubtree,
  icon: 'delete',
  keys: [key('Shift+Delete')],
  isOffered: () => true,
  refusal: ({ vm, checkpoint }) => deleteSubtreeRefusal(vm, checkpoint),
  run: async (target) => {
    if (!isAsked('delete-subtree')) {
      await request('delete-checkpoint-subtree', target.vm, 'checkpoint.deleteSubtree', () =>
        seenTarget(target, 'delete-subtree'),
      )
      return
    }
    await ask(DeleteSubtreeDialog, () => {
      const now = current(target)
      return (
        now && {
          ...now,
          readCosts: () => call('vm.costs', { vmId: target.vm.id }),
          stopAsking: () => stopAsking('delete-subtree'),
          send: async () =>
            useOperations().send('checkpoint.deleteSubtree', await seenTarget(now, 'delete-subtree')),
        }
      )
    })
  },
}

/** Hyper-V Manager's order. */
export const checkpointCommands: readonly (readonly Command<CheckpointTarget>[])[] = [
  [apply, exportCheckpoint, rename, deleteCheckpoint, deleteSubtree],
  setCommands,
]

/** The edit box in the tree asks for this. Rejects with `AppError`, to be shown under the box. */
export async function renameCheckpoint(target: CheckpointTarget, name: string): Promise<Operation> {
  return useOperations().send('checkpoint.rename', { ...reference(target), name })
}

async function exportTo(folder: string, target: CheckpointTarget): Promise<void> {
  await useOperations().send('checkpoint.export', { ...reference(target), folder })
  // Not waited for: the dialog is done when the export is accepted.
  void rememberExportFolder(folder)
}

function current({ vm, checkpoint }: CheckpointTarget): CheckpointTarget | null {
  const vmNow = useVms().byId.get(vm.id)
  const checkpointNow = vmNow?.checkpoints.find(({ id }) => id === checkpoint.id)
  return vmNow === undefined || checkpointNow === undefined ? null : { vm: vmNow, checkpoint: checkpointNow }
}

function reference({ vm, checkpoint }: CheckpointTarget): {
  readonly vmId: Vm['id']
  readonly checkpointId: Checkpoint['id']
} {
  return { vmId: vm.id, checkpointId: checkpoint.id }
}
