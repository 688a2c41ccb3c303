import type { SetId } from '#contract/checkpoint-record'
import { applyRefusal, deleteRefusal, type Refusal } from '#contract/eligibility'
import type { Operation, Vm, VmId } from '#contract/model'
import { ask } from '../dialogs/ask.ts'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import { knownSet } from '../sets/known-set.ts'
import { seenTarget } from '../seen.ts'
import type { SetInput } from '../sets/set-input.ts'
import type { SetMember } from '../sets/set-members.ts'
import TakeSetDialog from '../sets/TakeSetDialog.vue'
import { useOperations } from '../stores/operations.ts'
import { useSettings } from '../stores/settings.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import type { Command } from './command.ts'
import { key } from './key.ts'

/** Checkpoints of several machines under one name and one note, asked for beforehand. */
export const takeSet: Command<readonly Vm[]> = {
  id: 'create-named-checkpoint',
  label: text.command.checkpointNamed,
  icon: 'add-named',
  keys: [key('Ctrl+Shift+N!'), key('Shift+Insert')],
  isOffered: () => true,
  // The dialog says it of each, with what can be done against it.
  refusal: () => null,
  run: async (vms) => {
    const ids = vms.map(({ id }) => id)
    const setId = newSetId()
    await ask(TakeSetDialog, () => {
      const present = ids.flatMap((id) => useVms().byId.get(id) ?? [])
      if (present.length === 0) return null
      return {
        vms: present,
        template: useSettings().settings.nameTemplate,
        send: (vmId: VmId, input: SetInput) =>
          useOperations().send('checkpoint.create', { vmId, setId, ...input }),
      }
    })
  },
}

const applySet: Command<SetMember> = {
  id: 'apply-set',
  label: text.set.applyCommand,
  icon: 'apply',
  keys: [],
  isOffered: isInSet,
  refusal: (target) => refusalOfAll(target, applyRefusal),
  run: (target) => {
    const members = knownSet(target.checkpoint.id)
    return ask(lateDialogs.applySet, () => ({ members: members.map(current), send: sendApply }))
  },
}

const deleteSet: Command<SetMember> = {
  id: 'delete-set',
  label: text.set.deleteCommand,
  icon: 'delete',
  keys: [],
  isOffered: isInSet,
  refusal: (target) => refusalOfAll(target, deleteRefusal),
  run: (target) => {
    const members = knownSet(target.checkpoint.id)
    return ask(lateDialogs.deleteSet, () => ({ members: members.map(current), send: sendDelete }))
  },
}

/** What can be done with all checkpoints that were taken together with this one. */
export const setCommands: readonly Command<SetMember>[] = [applySet, deleteSet]

/** Several that are taken together have it in common. */
export function newSetId(): SetId {
  // A random Id is what the schema asks for; where it is read it is checked.
  return crypto.randomUUID() as SetId
}

function isInSet({ checkpoint }: SetMember): boolean {
  return knownSet(checkpoint.id).length > 0
}

async function sendApply(member: SetMember, keepCurrent: boolean): Promise<Operation> {
  const target = await seenTarget(member, 'go-back')
  return useOperations().send('checkpoint.apply', { ...target, keepCurrent })
}

async function sendDelete(member: SetMember): Promise<Operation> {
  return useOperations().send('checkpoint.delete', await seenTarget(member, 'delete'))
}

/** What is gone meanwhile stays in sight as it was: it is refused by its Id, and that is said beside it. */
function current(member: SetMember): SetMember {
  const vm = useVms().byId.get(member.vm.id)
  const checkpoint = vm?.checkpoints.find(({ id }) => id === member.checkpoint.id)
  return vm === undefined || checkpoint === undefined ? member : { vm, checkpoint }
}

/** Where it can be done to none of them, why not to this one. */
function refusalOfAll(
  { vm, checkpoint }: SetMember,
  refusal: (vm: SetMember['vm'], checkpoint: SetMember['checkpoint']) => Refusal | null,
): Refusal | null {
  const members = knownSet(checkpoint.id)
  return members.some((each) => refusal(each.vm, each.checkpoint) === null) ? null : refusal(vm, checkpoint)
}
