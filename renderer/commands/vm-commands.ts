import { parentOfNow, revertRefusal } from '#contract/eligibility'
import type { Checkpoint, Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { ask } from '../dialogs/ask.ts'
import CheckpointNameDialog from '../dialogs/CheckpointNameDialog.vue'
import type { NamedCheckpoint } from '../dialogs/named-checkpoint.ts'
import GoBackDialog from '../dialogs/GoBackDialog.vue'
import { seenTarget } from '../seen.ts'
import { useOperations } from '../stores/operations.ts'
import type { Reading } from '../stores/readings.ts'
import { useReadiness } from '../stores/readiness.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import { checkpointRefusal, chosenCheckpointRefusal } from '../verdict/checkpoint-refusals.ts'
import { verdictNote, verdictNoteOfSeveral } from '../verdict/verdict-notes.ts'
import { isAsked, stopAsking } from './asking.ts'
import { cancelCommands } from './cancel-commands.ts'
import { offers, type Command } from './command.ts'
import { connect } from './connect-command.ts'
import { deleteOfSeveral } from './delete-several-command.ts'
import { goBack } from './go-back.ts'
import { key } from './key.ts'
import { onEach } from './on-each.ts'
import { openSettings } from './open-settings.ts'
import { powerCommands, powerCommandsForSeveral } from './power-commands.ts'
import { request } from './request.ts'
import { remedyCommands } from './remedy-commands.ts'
import { newSetId, takeSet } from './set-commands.ts'

const createCheckpoint: Command<Vm> = {
  id: 'create-checkpoint',
  label: text.command.checkpoint,
  icon: 'add',
  keys: [key('Ctrl+N!'), key('Insert')],
  isOffered: () => true,
  refusal: (vm) => checkpointRefusal(vm),
  note: verdictNote,
  run: (vm) => request('create-checkpoint', vm, 'checkpoint.create', { vmId: vm.id }),
}

export const createNamedCheckpoint: Command<Vm> = {
  id: 'create-named-checkpoint',
  label: text.command.checkpointNamed,
  icon: 'add-named',
  keys: [key('Ctrl+Shift+N!'), key('Shift+Insert')],
  isOffered: () => true,
  refusal: chosenCheckpointRefusal,
  run: async ({ id }) => {
    await ask(CheckpointNameDialog, () => {
      const vm = current(id)
      return (
        vm && {
          vm,
          reading: useReadiness().of(id),
          remedies: offers(remedyCommands, vm, null).flat(),
          send: (input: NamedCheckpoint) => useOperations().send('checkpoint.create', { vmId: id, ...input }),
        }
      )
    })
  },
}

export const revert: Command<Vm> = {
  id: 'revert',
  label: text.command.revert,
  icon: 'revert',
  keys: [key('Ctrl+E')],
  isOffered: () => true,
  refusal: revertRefusal,
  run: async (vm) => {
    const parent = parentOfNow(vm)
    // Where the current state can't be kept there is no safe answer to give unasked.
    if (!isAsked('revert') && parent !== null && checkpointRefusal(vm) === null) {
      await request('revert', vm, 'vm.revert', async () => ({
        ...(await seenTarget({ vm, checkpoint: parent }, 'go-back')),
        keepCurrent: true,
      }))
      return
    }
    await ask(GoBackDialog, () => revertQuestion(vm.id))
  },
}

const settings: Command<Vm> = {
  id: 'settings',
  label: text.command.settings,
  icon: 'settings',
  keys: [],
  isOffered: () => true,
  refusal: () => null,
  run: (vm) => openSettings([vm]),
}

/** Hyper-V Manager's order. */
export const vmCommands: readonly (readonly Command<Vm>[])[] = [
  [connect, settings],
  cancelCommands,
  ...powerCommands,
  [createCheckpoint, createNamedCheckpoint, revert],
  ...remedyCommands,
]

/** The same for the Actions pane, where what people came for stands first. */
export const vmActions: readonly (readonly Command<Vm>[])[] = [
  [
    createCheckpoint,
    createNamedCheckpoint,
    revert,
    ...cancelCommands,
    settings,
    connect,
    ...powerCommands.flat(),
  ],
]

const checkpointSeveral: Command<readonly Vm[]> = {
  ...onEach('create-checkpoint', createCheckpoint),
  note: verdictNoteOfSeveral,
  run: (vms) => {
    const setId = newSetId()
    const together: Command<Vm> = {
      ...createCheckpoint,
      run: (vm) => request('create-checkpoint', vm, 'checkpoint.create', { vmId: vm.id, setId }),
    }
    return onEach('create-checkpoint', together).run(vms)
  },
}
const settingsOfSeveral: Command<readonly Vm[]> = {
  ...onEach('change-checkpoint-policy', settings),
  // One machine's screen opens by it; several have none together.
  keys: [key('Enter')],
  run: openSettings,
}

/** What can be done to several machines at a time. */
export const severalVmCommands: readonly (readonly Command<readonly Vm[]>[])[] = [
  [settingsOfSeveral],
  ...powerCommandsForSeveral,
  [checkpointSeveral, takeSet],
  [deleteOfSeveral],
]

export const severalVmActions: readonly (readonly Command<readonly Vm[]>[])[] = [
  [checkpointSeveral, takeSet, deleteOfSeveral, settingsOfSeveral, ...powerCommandsForSeveral.flat()],
]

export const nowCommands: readonly (readonly Command<Vm>[])[] = [[createCheckpoint, revert]]

function revertQuestion(vmId: Vm['id']): {
  readonly kind: 'revert'
  readonly vm: Vm
  readonly target: Checkpoint
  readonly reading: Reading<Readiness>
  readonly stopAsking: () => Promise<void>
  readonly send: (keepCurrent: boolean, isStartedAfterwards: boolean) => Promise<void>
} | null {
  const vm = current(vmId)
  const target = vm === null ? null : parentOfNow(vm)
  if (vm === null || target === null) return null
  return {
    kind: 'revert',
    vm,
    target,
    reading: useReadiness().of(vmId),
    stopAsking: () => stopAsking('revert'),
    send: async (keepCurrent, isStartedAfterwards) =>
      goBack(
        'vm.revert',
        { ...(await seenTarget({ vm, checkpoint: target }, 'go-back')), keepCurrent },
        isStartedAfterwards,
      ),
  }
}

function current(id: Vm['id']): Vm | null {
  return useVms().byId.get(id) ?? null
}
