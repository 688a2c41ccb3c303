import type { PowerAction } from '#contract/eligibility'
import { type ErrorCode, assertNever } from '#contract/errors'
import type { CheckpointType } from '#contract/model'

/**
 * Hyper-V's rules for checkpoints as plain data. Written from what is documented of Hyper-V and from nothing of the app or of its
 * simulated host, so that a mistake in either shows where they are compared. Time, files and jobs are left out.
 */
export interface ModelCheckpoint {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
  readonly isAutomatic: boolean
  /** Whether it holds memory. */
  readonly isSaved: boolean
  readonly policyWhenTaken: CheckpointType
  readonly notes: string
}

export interface ModelVm {
  readonly id: string
  readonly name: string
  readonly state: 'Running' | 'Off' | 'Saved' | 'Paused'
  readonly policy: CheckpointType
  readonly automatic: boolean
  readonly location: string
  /** Whether the guest’s backup service would answer while it runs. */
  readonly isGuestAnswering: boolean
  readonly hasGpuPartition: boolean
  readonly isCritical: boolean
  /** Whether its folder is where all are exported to already. */
  readonly isExported: boolean
  /** What “Now” hangs under. */
  readonly parentId: string | null
  readonly checkpoints: readonly ModelCheckpoint[]
}

/** What a request makes of the machine, or why it is refused. */
export type Answer = ModelVm | ErrorCode

/** What is not the machine’s own of a checkpoint that is taken. */
export interface Taking {
  readonly id: string
  readonly name: string
  readonly notes?: string
  /** The kind of this one alone. */
  readonly type?: CheckpointType | undefined
}

export function isRefusal(answer: Answer): answer is ErrorCode {
  return typeof answer === 'string'
}

export function hasCheckpoint({ checkpoints }: ModelVm, id: string): boolean {
  return checkpoints.some((each) => each.id === id)
}

/** Hyper-V keeps at most fifty. Of several reasons to refuse, the one that would have to be mended first. */
export function take(vm: ModelVm, { id, name, notes = '', type = vm.policy }: Taking): Answer {
  if (vm.policy === 'Disabled') return 'checkpoints-disabled'
  const isAtRest = vm.state === 'Saved' || vm.state === 'Paused'
  if (vm.isCritical || (type === 'ProductionOnly' && isAtRest)) return 'wrong-state'
  if (vm.checkpoints.length >= 50) return 'limit-reached'
  if (vm.hasGpuPartition) return 'not-allowed'
  if (type === 'ProductionOnly' && vm.state === 'Running' && !vm.isGuestAnswering) return 'wrong-state'
  const isSaved = holdsMemory(vm, type)
  return withNew(vm, { id, name, notes, isSaved, isAutomatic: false, policyWhenTaken: type })
}

/** A production checkpoint has none; where production is not possible, standard comes in its place. */
function holdsMemory({ state, isGuestAnswering }: ModelVm, type: CheckpointType): boolean {
  switch (state) {
    case 'Off':
      return false
    case 'Saved':
    case 'Paused':
      return true
    case 'Running':
      return type === 'Standard' || !isGuestAnswering
    default:
      return assertNever(state)
  }
}

function withNew(vm: ModelVm, taken: Omit<ModelCheckpoint, 'parentId'>): ModelVm {
  const checkpoint = { ...taken, parentId: vm.parentId }
  return { ...vm, checkpoints: [...vm.checkpoints, checkpoint], parentId: checkpoint.id }
}

/** A machine that ran runs again where the checkpoint holds memory; without any it is off, whatever it was. */
export function apply(vm: ModelVm, id: string): Answer {
  const checkpoint = vm.checkpoints.find((each) => each.id === id)
  if (checkpoint === undefined) return 'checkpoint-not-found'
  if (vm.isCritical) return 'wrong-state'
  const resumed = vm.state === 'Running' ? 'Running' : 'Saved'
  return { ...vm, parentId: id, state: checkpoint.isSaved ? resumed : 'Off' }
}

/** What hung under what goes hangs under the next above that stays; nothing of “Now” is lost. */
export function remove(vm: ModelVm, ids: ReadonlySet<string>): ModelVm {
  const parentOf = new Map(vm.checkpoints.map(({ id, parentId }) => [id, parentId]))
  const staying = (id: string | null): string | null =>
    id !== null && ids.has(id) ? staying(parentOf.get(id) ?? null) : id
  const checkpoints = vm.checkpoints
    .filter(({ id }) => !ids.has(id))
    .map((each) => ({ ...each, parentId: staying(each.parentId) }))
  return { ...vm, checkpoints, parentId: staying(vm.parentId) }
}

/** The checkpoint and all that hang under it. */
export function subtree(vm: ModelVm, id: string): ReadonlySet<string> {
  const under = vm.checkpoints.filter(({ parentId }) => parentId === id)
  return new Set([id, ...under.flatMap((each) => [...subtree(vm, each.id)])])
}

/** The same name twice is legal. */
export function edit(
  vm: ModelVm,
  id: string,
  changes: Partial<Pick<ModelCheckpoint, 'name' | 'notes'>>,
): Answer {
  if (!hasCheckpoint(vm, id)) return 'checkpoint-not-found'
  return {
    ...vm,
    checkpoints: vm.checkpoints.map((each) => (each.id === id ? { ...each, ...changes } : each)),
  }
}

/** Nothing is written over. */
export function writeOut(vm: ModelVm, id: string): Answer {
  if (!hasCheckpoint(vm, id)) return 'checkpoint-not-found'
  return vm.isExported ? 'operation-failed' : { ...vm, isExported: true }
}

type Policy = Partial<Pick<ModelVm, 'policy' | 'automatic' | 'location'>>

/** The location is fixed while there are checkpoints; nothing is changed where one of it is refused. */
export function setPolicy(vm: ModelVm, changes: Policy): Answer {
  const isMoving = changes.location !== undefined && changes.location !== vm.location
  return isMoving && vm.checkpoints.length > 0 ? 'wrong-state' : { ...vm, ...changes }
}

/** `automatic` is the checkpoint that a start takes where the machine is set so and has none of any kind. */
export function power(vm: ModelVm, action: PowerAction, automatic: Taking): Answer {
  if (!(sources[action] as readonly string[]).includes(vm.state)) return 'wrong-state'
  switch (action) {
    case 'start':
      return started(vm, automatic)
    case 'resume':
      return { ...vm, state: 'Running' }
    case 'pause':
      return { ...vm, state: 'Paused' }
    case 'save':
      return { ...vm, state: 'Saved' }
    case 'turn-off':
      return { ...vm, state: 'Off' }
    case 'shut-down':
      // An automatic checkpoint is there for what is running, and goes when the guest has ended well.
      return remove({ ...vm, state: 'Off' }, new Set(automaticOnes(vm)))
    default:
      return assertNever(action)
  }
}

const sources: Readonly<Record<PowerAction, readonly ModelVm['state'][]>> = {
  start: ['Off', 'Saved', 'Paused'],
  'shut-down': ['Running'],
  'turn-off': ['Running', 'Paused', 'Saved'],
  save: ['Running', 'Paused'],
  pause: ['Running'],
  resume: ['Paused'],
}

/** A machine with a GPU partition gets no checkpoint of any kind, which then lets its start fail. */
function started(vm: ModelVm, { id, name }: Taking): Answer {
  const running = { ...vm, state: 'Running' } as const
  const isTaken =
    vm.state === 'Off' && vm.automatic && vm.policy !== 'Disabled' && vm.checkpoints.length === 0
  if (!isTaken) return running
  if (vm.hasGpuPartition) return 'operation-failed'
  return withNew(running, {
    id,
    name,
    notes: '',
    isAutomatic: true,
    isSaved: false,
    policyWhenTaken: vm.policy,
  })
}

function automaticOnes({ checkpoints }: ModelVm): readonly string[] {
  return checkpoints.filter(({ isAutomatic }) => isAutomatic).map(({ id }) => id)
}
