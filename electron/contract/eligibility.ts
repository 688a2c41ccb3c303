import type { Failure } from './errors.ts'
import type { Checkpoint, JobId, Vm, VmState } from './model.ts'

/**
 * What Hyper-V would refuse, refused early and with the reason. Pure, and no zod in here: the window greys its
 * commands by the same rules by which the dispatcher refuses them, so that both say the same sentence.
 * Each function answers null where the thing may be done.
 */
export type Refusal = Failure

/** Windows Server 2016 and later, Windows 10 and later. */
export const mostCheckpoints = 50

export function createCheckpointRefusal(vm: Vm): Refusal | null {
  if (vm.policy.type === 'Disabled') {
    return refusal(
      'checkpoints-disabled',
      `Checkpoints are turned off for ${vm.name}. Turn them on in its Settings, under Checkpoints.`,
    )
  }
  const unsafe = replicaRefusal(vm) ?? criticalRefusal(vm)
  if (unsafe !== null) return unsafe
  if (!restingStates.has(vm.state))
    return stateRefusal(vm, 'A checkpoint can be taken when it is running, paused, saved or off.')
  if (vm.policy.type === 'ProductionOnly' && statesWithoutProduction.has(vm.state)) {
    return refusal(
      'wrong-state',
      `${vm.name} is ${stateWord(vm.state)} and set to production checkpoints only, which need it running or off. Start it, or allow standard checkpoints in its Settings.`,
    )
  }
  if (vm.checkpoints.length >= mostCheckpoints) {
    return refusal(
      'limit-reached',
      `${vm.name} has ${String(vm.checkpoints.length)} checkpoints, and Hyper-V keeps at most ${String(mostCheckpoints)}. Delete one that is no longer needed.`,
    )
  }
  return null
}

export function applyRefusal(vm: Vm, checkpoint: Checkpoint): Refusal | null {
  const unsafe = categoryRefusal(checkpoint, 'applied') ?? replicaRefusal(vm) ?? criticalRefusal(vm)
  if (unsafe !== null) return unsafe
  if (!restingStates.has(vm.state)) return stateRefusal(vm, 'Wait until it is running, paused, saved or off.')
  return null
}

export function revertRefusal(vm: Vm): Refusal | null {
  if (vm.checkpoints.length === 0)
    return refusal('checkpoint-not-found', `${vm.name} has no checkpoint to go back to.`)
  const parent = parentOfNow(vm)
  if (parent === null)
    return refusal(
      'checkpoint-not-found',
      `${vm.name} runs from no checkpoint. Use Apply on the one you want.`,
    )
  return applyRefusal(vm, parent)
}

export function renameRefusal(checkpoint: Checkpoint): Refusal | null {
  return categoryRefusal(checkpoint, 'renamed')
}

export function exportRefusal(checkpoint: Checkpoint): Refusal | null {
  return categoryRefusal(checkpoint, 'exported')
}

export function deleteRefusal(vm: Vm, checkpoint: Checkpoint): Refusal | null {
  return categoryRefusal(checkpoint, 'deleted') ?? criticalRefusal(vm) ?? applyingRefusal(vm)
}

/** A subtree is only as safe to delete as every checkpoint in it. */
export function deleteSubtreeRefusal(vm: Vm, checkpoint: Checkpoint): Refusal | null {
  const unsafe = criticalRefusal(vm) ?? applyingRefusal(vm)
  if (unsafe !== null) return unsafe
  const refused = subtreeOf(vm, checkpoint).map((each) => categoryRefusal(each, 'deleted'))
  return refused.find((each) => each !== null) ?? null
}

export function locationRefusal(vm: Vm): Refusal | null {
  if (vm.checkpoints.length === 0) return null
  const count = vm.checkpoints.length === 1 ? 'a checkpoint' : `${String(vm.checkpoints.length)} checkpoints`
  return refusal(
    'wrong-state',
    `The checkpoint file location of ${vm.name} can’t change while it has ${count}.`,
  )
}

export type PowerAction = 'start' | 'shut-down' | 'turn-off' | 'save' | 'pause' | 'resume'

export function powerRefusal(vm: Vm, action: PowerAction): Refusal | null {
  const { from, verb } = power[action]
  if (from.includes(vm.state)) return null
  return stateRefusal(vm, `It can be ${verb} when it is ${listed(from.map(stateWord))}.`)
}

/** Only the job that the caller was shown may be cancelled, and only where Hyper-V lets it be. */
export function cancelRefusal(vm: Vm, jobId: JobId): Refusal | null {
  const job = vm.activity?.job ?? null
  if (job?.id !== jobId)
    return refusal('wrong-state', `${vm.name} is done with that, so there is nothing left to cancel.`)
  return job.isCancellable
    ? null
    : refusal('not-allowed', `Hyper-V does not let this be cancelled. Wait until ${vm.name} is done with it.`)
}

/** The checkpoint that "Now" hangs under. */
export function parentOfNow(vm: Vm): Checkpoint | null {
  return vm.checkpoints.find((each) => each.id === vm.parentCheckpointId) ?? null
}

/** The checkpoint and all that hang under it, each after its parent. */
export function subtreeOf(vm: Pick<Vm, 'checkpoints'>, checkpoint: Checkpoint): readonly Checkpoint[] {
  const found = new Set([checkpoint])
  // A set can grow while it is walked; a checkpoint that is already in is not walked again, so a cycle ends.
  for (const parent of found) {
    for (const each of vm.checkpoints) if (each.parentId === parent.id) found.add(each)
  }
  return [...found]
}

/** The state in the words of a sentence: "it is …". */
function stateWord(state: VmState): string {
  return state === 'Other' ? 'in a state unknown to Savepoint' : state.toLowerCase()
}

const restingStates: ReadonlySet<VmState> = new Set<VmState>([
  'Running',
  'Paused',
  'Off',
  'Saved',
  'Hibernated',
])

const statesWithoutProduction: ReadonlySet<VmState> = new Set<VmState>(['Saved', 'Paused', 'Hibernated'])

const power: Readonly<Record<PowerAction, { readonly from: readonly VmState[]; readonly verb: string }>> = {
  start: { from: ['Off', 'Saved', 'Paused', 'Hibernated'], verb: 'started' },
  'shut-down': { from: ['Running'], verb: 'shut down' },
  'turn-off': { from: ['Running', 'Paused', 'Saved'], verb: 'turned off' },
  save: { from: ['Running', 'Paused'], verb: 'saved' },
  pause: { from: ['Running'], verb: 'paused' },
  resume: { from: ['Paused'], verb: 'resumed' },
}

function categoryRefusal(checkpoint: Checkpoint, verb: string): Refusal | null {
  const name = checkpoint.name
  switch (checkpoint.category) {
    case 'user':
    case 'automatic':
      return null
    case 'backup':
      return refusal(
        'not-allowed',
        `“${name}” belongs to a backup program and can’t be ${verb} here. It goes by itself when the backup ends.`,
      )
    case 'replica':
    case 'planned':
      return refusal(
        'not-allowed',
        `“${name}” belongs to Hyper-V Replica and can’t be ${verb} here. Use the replication commands of Hyper-V Manager.`,
      )
    case 'missing':
      return refusal(
        'not-allowed',
        `The files of “${name}” are missing, so it can’t be ${verb}. Bring its files back first.`,
      )
  }
}

function replicaRefusal(vm: Vm): Refusal | null {
  if (vm.replication !== 'Replica') return null
  return refusal(
    'not-allowed',
    `${vm.name} is a replica that another host keeps up to date. Work on the primary virtual machine instead.`,
  )
}

function criticalRefusal(vm: Vm): Refusal | null {
  if (!vm.isCritical) return null
  return refusal(
    'wrong-state',
    `The storage of ${vm.name} can’t be reached or is full. Mend that first; another change could lose data.`,
  )
}

/** Of what is applied by somebody else nobody can tell which checkpoint it is. */
function applyingRefusal(vm: Vm): Refusal | null {
  if (vm.activity?.kind !== 'applying-checkpoint') return null
  return refusal(
    'busy',
    `${vm.name} is being taken back to a checkpoint. Wait until that has ended, look at its checkpoints and decide again.`,
  )
}

function stateRefusal(vm: Vm, remedy: string): Refusal {
  return refusal('wrong-state', `${vm.name} is ${stateWord(vm.state)}. ${remedy}`)
}

function refusal(code: Refusal['code'], message: string): Refusal {
  return { code, message }
}

function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join('')
    : `${words.slice(0, -1).join(', ')} or ${words[words.length - 1] ?? ''}`
}
