import { powerRefusal, type PowerAction } from '#contract/eligibility'
import type { Vm } from '#contract/model'
import { ask } from '../dialogs/ask.ts'
import PowerDialog from '../dialogs/PowerDialog.vue'
import { useOperations, type ChangeName } from '../stores/operations.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import type { IconName } from '../ui/icons.ts'
import { isAsked, stopAsking } from './asking.ts'
import type { Command } from './command.ts'
import { request } from './request.ts'

const start = atOnce('start', 'vm.start', 'start', text.command.start)
const save = atOnce('save', 'vm.save', 'save', text.command.save)
const pause = atOnce('pause', 'vm.pause', 'pause', text.command.pause)
const resume = atOnce('resume', 'vm.resume', 'start', text.command.resume)
const turnOff = asked('turn-off', 'vm.turnOff', 'stop', text.command.turnOff)
const shutDown = asked('shut-down', 'vm.shutDown', 'power', text.command.shutDown)

/** Hyper-V Manager's order. */
export const powerCommands: readonly (readonly Command<Vm>[])[] = [
  [start, turnOff, shutDown, save],
  [pause, resume],
]

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
    run: async (vm) => {
      const { id } = vm
      if (action === 'turn-off' && !isAsked('turn-off')) {
        await request(action, vm, name, { vmId: id })
        return
      }
      await ask(PowerDialog, () => {
        const now = useVms().byId.get(id) ?? null
        return (
          now && {
            vms: [now],
            action,
            stopAsking: action === 'turn-off' ? () => stopAsking('turn-off') : null,
            send: () => useOperations().send(name, { vmId: id }),
          }
        )
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
