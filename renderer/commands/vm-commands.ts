import {
  createCheckpointRefusal,
  parentOfNow,
  powerRefusal,
  revertRefusal,
  type PowerAction,
} from '#contract/eligibility'
import type { Vm } from '#contract/model'
import type { Input } from '#contract/operations'
import { call } from '../bridge.ts'
import { ask } from '../dialogs/ask.ts'
import CheckpointNameDialog from '../dialogs/CheckpointNameDialog.vue'
import PowerDialog from '../dialogs/PowerDialog.vue'
import RevertDialog from '../dialogs/RevertDialog.vue'
import SettingsDialog from '../dialogs/SettingsDialog.vue'
import { useHosts } from '../stores/hosts.ts'
import { useOperations, type ChangeName } from '../stores/operations.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import type { IconName } from '../ui/icons.ts'
import type { Command } from './command.ts'
import { key } from './key.ts'
import { request } from './request.ts'

export const createCheckpoint: Command<Vm> = {
  id: 'create-checkpoint',
  label: text.command.checkpoint,
  icon: 'add',
  keys: [key('Ctrl+N!'), key('Insert')],
  isOffered: () => true,
  refusal: createCheckpointRefusal,
  run: (vm) => request('create-checkpoint', vm, 'checkpoint.create', { vmId: vm.id }),
}

const createNamedCheckpoint: Command<Vm> = {
  id: 'create-named-checkpoint',
  label: text.command.checkpointNamed,
  icon: 'add-named',
  keys: [key('Ctrl+Shift+N!'), key('Shift+Insert')],
  isOffered: () => true,
  refusal: createCheckpointRefusal,
  run: async ({ id }) => {
    await ask(CheckpointNameDialog, () => {
      const vm = current(id)
      return (
        vm && {
          vm,
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
  run: async ({ id }) => {
    await ask(RevertDialog, () => {
      const vm = current(id)
      const target = vm === null ? null : parentOfNow(vm)
      if (vm === null || target === null) return null
      const checkpointId = target.id
      return {
        vm,
        target,
        send: (keepCurrent: boolean) =>
          useOperations().send('vm.revert', { vmId: id, checkpointId, keepCurrent }),
      }
    })
  },
}

const settings: Command<Vm> = {
  id: 'settings',
  label: text.command.settings,
  icon: 'settings',
  keys: [],
  isOffered: () => true,
  refusal: () => null,
  run: async ({ id }) => {
    await ask(SettingsDialog, () => {
      const vm = current(id)
      const hostName = useHosts().status?.name ?? ''
      return (
        vm && {
          vm,
          hostName,
          listFolders: (path: string) => call('host.listFolders', { path }),
          send: (changes: Input<'vm.changeCheckpointPolicy'>['changes']) =>
            useOperations().send('vm.changeCheckpointPolicy', { vmId: id, changes }),
        }
      )
    })
  },
}

const start = atOnce('start', 'vm.start', 'start', text.command.start)
const save = atOnce('save', 'vm.save', 'save', text.command.save)
const pause = atOnce('pause', 'vm.pause', 'pause', text.command.pause)
const resume = atOnce('resume', 'vm.resume', 'start', text.command.resume)
const turnOff = asked('turn-off', 'vm.turnOff', 'stop', text.command.turnOff)
const shutDown = asked('shut-down', 'vm.shutDown', 'power', text.command.shutDown)

/** Hyper-V Manager's order. */
export const vmCommands: readonly (readonly Command<Vm>[])[] = [
  [settings],
  [start, turnOff, shutDown, save],
  [pause, resume],
  [createCheckpoint, createNamedCheckpoint, revert],
]

/** The same for the Actions pane, where what people came for stands first. */
export const vmActions: readonly (readonly Command<Vm>[])[] = [
  [createCheckpoint, createNamedCheckpoint, revert, settings, start, turnOff, shutDown, save, pause, resume],
]

export const nowCommands: readonly (readonly Command<Vm>[])[] = [[createCheckpoint, revert]]

interface NamedCheckpoint {
  readonly name: string
  readonly notes?: string
}

type PowerName = Extract<ChangeName, `vm.${'start' | 'shutDown' | 'turnOff' | 'save' | 'pause' | 'resume'}`>

function atOnce(action: PowerAction, name: PowerName, icon: IconName, label: string): Command<Vm> {
  return {
    ...power(action, icon, label),
    run: (vm) => request(action, vm, name, { vmId: vm.id }),
  }
}

function asked(
  action: 'turn-off' | 'shut-down',
  name: PowerName,
  icon: IconName,
  label: string,
): Command<Vm> {
  return {
    ...power(action, icon, label),
    run: async ({ id }) => {
      await ask(PowerDialog, () => {
        const vm = current(id)
        return vm && { vm, action, send: () => useOperations().send(name, { vmId: id }) }
      })
    },
  }
}

function power(action: PowerAction, icon: IconName, label: string): Omit<Command<Vm>, 'run'> {
  return {
    id: action,
    label,
    icon,
    keys: [],
    // As in Hyper-V Manager: a machine that is off has no Pause, and one that is paused has Resume for Start.
    isOffered: (vm) => powerRefusal(vm, action) === null && !(action === 'start' && vm.state === 'Paused'),
    refusal: (vm) => powerRefusal(vm, action),
  }
}

function current(id: Vm['id']): Vm | null {
  return useVms().byId.get(id) ?? null
}
