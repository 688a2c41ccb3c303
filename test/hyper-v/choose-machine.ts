import { applyRefusal, createCheckpointRefusal } from '#contract/eligibility'
import type { Checkpoint, Vm } from '#contract/model'
import type { CheckOptions } from './check-options.ts'

/** The one machine that is meant. Throws an `Error` with a sentence where that is none, or not one to try things on. */
export function chooseMachine(
  vms: readonly Vm[],
  { vm: asked, hasOwnCheckpoints }: Pick<CheckOptions, 'vm' | 'hasOwnCheckpoints'>,
): Vm {
  const [vm, ...others] = meant(vms, asked)
  if (vm === undefined) throw new Error(`There is no virtual machine “${asked}” here.`)
  if (others.length > 0) {
    const ids = [vm, ...others].map(({ id }) => id).join(', ')
    throw new Error(`There is more than one virtual machine “${asked}”. Name the one by its Id: ${ids}.`)
  }
  const problem = problemWith(vm, hasOwnCheckpoints)
  if (problem !== null) throw new Error(problem)
  return vm
}

/** By equality, never by a pattern: a name may hold any character. An Id wins, for no two are the same. */
function meant(vms: readonly Vm[], asked: string): readonly Vm[] {
  const wanted = asked.toLowerCase()
  const byId = vms.filter(({ id }) => id === wanted)
  return byId.length > 0 ? byId : vms.filter(({ name }) => name.toLowerCase() === wanted)
}

function problemWith(vm: Vm, hasOwnCheckpoints: boolean): string | null {
  if (vm.replication !== 'None') return `${vm.name} is replicated. Take a machine that is not.`
  if (vm.activity !== null) return `Hyper-V is busy with ${vm.name}. Wait until it is done.`
  const count = vm.checkpoints.length
  if (count > 0 && !hasOwnCheckpoints) {
    return `${vm.name} has checkpoints of its own (${String(count)}). They would stay, and what was done since the last of them would be kept in another; say that this may be by --has-checkpoints.`
  }
  return (createCheckpointRefusal(vm) ?? applyRefusal(vm, anyCheckpointOf(vm)))?.message ?? null
}

/** One such as will be taken, to ask whether it could be applied. */
function anyCheckpointOf(vm: Vm): Checkpoint {
  return {
    id: vm.id as unknown as Checkpoint['id'],
    vmId: vm.id,
    name: '',
    parentId: null,
    createdAt: null,
    category: 'user',
    isSaved: false,
    policyWhenTaken: null,
    notes: '',
  }
}
