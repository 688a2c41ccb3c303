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
import { onEach } from './on-each.ts'
import { request } from './request.ts'

export const start = atOnce('start', 'vm.start', 'start', text.command.start)
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

/** The same for several machines: what one of them can do is done to those that can. */
export const powerCommandsForSeveral: readonly (readonly Command<readonly Vm[]>[])[] = [
  [
    onEach('start', start),
    askedOfSeveral('turn-off', 'vm.turnOff', turnOff),
    askedOfSeveral('shut-down', 'vm.shutDown', shutDown),
    onEach('save', save),
  ],
  [onEach('pause', pause), onEach('resume', resume)],
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
    run: (vm) => askPower([vm], action, name),
  }
}

function askedOfSeveral(
  action: 'turn-off' | 'shut-down',
  name: PowerName,
  command: Command<Vm>,
): Command<readonly Vm[]> {
  return {
    ...onEach(action, command),
    run: (vms) =>
      askPower(
        vms.filter((vm) => powerRefusal(vm, action) === null),
        action,
        name,
      ),
  }
}

async function askPower(
  vms: readonly Vm[],
  action: 'turn-off' | 'shut-down',
  name: PowerName,
): Promise<void> {
  if (action === 'turn-off' && !isAsked('turn-off')) {
    await requestEach(vms, action, name)
    return
  }
  await ask(PowerDialog, () => {
    const present = vms.flatMap(({ id }) => useVms().byId.get(id) ?? [])
    const [only, ...others] = present
    return only === undefined
      ? null
      : {
          vms: present,
          action,
          stopAsking: action === 'turn-off' ? () => stopAsking('turn-off') : null,
          // A refusal of one among several is told in a notice, beside what becomes of the others.
          send: () =>
            others.length === 0
              ? useOperations().send(name, { vmId: only.id })
              : requestEach(present, action, name),
        }
  })
}

async function requestEach(vms: readonly Vm[], action: PowerAction, name: PowerName): Promise<void> {
  await Promise.all(vms.map((vm) => request(action, vm, name, { vmId: vm.id })))
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
