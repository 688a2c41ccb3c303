import type { CheckpointType, Operation, Vm } from '#contract/model'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import type { ChangeCall } from './change-calls.ts'
import type { LedgerEntry } from './ledger.ts'

/** What one machine shows of itself, on the host and in the app's list alike. */
export interface MachineTruth {
  readonly state: Vm['state']
  readonly policy: CheckpointType
  readonly isAutomatic: boolean
  readonly parentCheckpointId: string | null
  readonly checkpoints: readonly {
    readonly id: string
    readonly name: string
    readonly parentId: string | null
    readonly notes: string
  }[]
}

/** One wish for one machine, and all that came of it. */
export interface Aftermath {
  readonly kind: Operation['kind']
  /** Of a change of the policy. */
  readonly wantedPolicy?: CheckpointType | undefined
  readonly before: MachineTruth
  readonly now: MachineTruth
  /** Whether the host offers the guest its backup service now, which no list shows. */
  readonly isServiceOffered: boolean
  /** What the app's list says of the machine now; null where it is not in there. */
  readonly shown: MachineTruth | null
  /** As the app tells it at the end; null where the app was gone before it had written down that it was asked. */
  readonly operation: Operation | null
  /** What arrived at the host for it, in order. */
  readonly arrived: readonly LedgerEntry[]
}

/** Whatever went wrong on the way: what must not be after it, each in a sentence. Nothing where all is well. */
export function wrongAfter(aftermath: Aftermath): readonly string[] {
  return [...wrongEnd(aftermath), ...wrongSends(aftermath), ...wrongPlace(aftermath)]
}

function wrongEnd(aftermath: Aftermath): readonly string[] {
  const { kind, operation, arrived } = aftermath
  const main = arrived.find(({ change }) => mainChanges[kind].includes(change))
  if (operation === null) return main === undefined ? [] : ['It is forgotten, and was sent.']
  const isVisible = hasHappened(operation, aftermath)
  const message = operation.error?.message ?? ''
  switch (operation.state) {
    case 'done':
      if (main === undefined) return isVisible ? [] : ['It is said to be done, and was never sent.']
      return main.end === 'done' || isVisible ? [] : ['It is said to be done, and was not.']
    case 'failed':
      return [
        ...(main?.end === 'done' ? ['It is said to have failed, and was done.'] : []),
        ...(message === '' ? ['It failed without a word.'] : []),
      ]
    case 'unknown':
      return [
        ...(arrived.length === 0 && !message.includes('got lost')
          ? ['It is unknown, and nothing arrived.']
          : []),
        ...(message === '' ? ['It is unknown without a word.'] : []),
      ]
    case 'undone':
      return main === undefined ? [] : ['It is said to be undone, and was sent.']
    case 'waiting':
    case 'queued':
    case 'running':
    case 'merging':
      return [`It never ended: ${operation.state}.`]
  }
}

/** A policy may be given back again after a look that shows that it still is not; nothing else is ever sent twice. */
function wrongSends({ kind, arrived, before }: Aftermath): readonly string[] {
  const texts = arrived
    .filter(
      ({ change, parameters }) =>
        kind === 'change-checkpoint-policy' || !isGivingBack(change, parameters, before),
    )
    .map(({ change, parameters }) => `${change} ${JSON.stringify(parameters)}`)
  return texts.flatMap((text, index) => (texts.indexOf(text) < index ? [`Twice: ${text}`] : []))
}

function isGivingBack(change: ChangeCall, parameters: readonly unknown[], before: MachineTruth): boolean {
  if (change !== 'changeCheckpointPolicy') return false
  return JSON.stringify(parameters[1]) === JSON.stringify({ type: before.policy })
}

function wrongPlace({ kind, before, now, shown, arrived }: Aftermath): readonly string[] {
  return [
    ...(JSON.stringify(shown) === JSON.stringify(now)
      ? []
      : ['The list shows something else than the host has.']),
    ...(kind !== 'change-checkpoint-policy' && now.policy !== before.policy
      ? ['The policy is not what it was.']
      : []),
    ...(arrived.some(({ end }) => end === 'under way') ? ['The host still works on it.'] : []),
  ]
}

/** What shows on the machine by itself that the wish came true. */
function hasHappened(
  { kind, checkpointId }: Operation,
  { wantedPolicy, before, now, isServiceOffered }: Aftermath,
): boolean {
  const isThere = now.checkpoints.some(({ id }) => id === checkpointId)
  switch (kind) {
    case 'create-checkpoint':
      return isThere && !before.checkpoints.some(({ id }) => id === checkpointId)
    case 'apply-checkpoint':
    case 'revert':
      return now.parentCheckpointId === checkpointId && before.parentCheckpointId !== checkpointId
    case 'delete-checkpoint':
    case 'delete-checkpoint-subtree':
      return !isThere
    case 'rename-checkpoint':
    case 'change-checkpoint-notes':
      return JSON.stringify(before.checkpoints) !== JSON.stringify(now.checkpoints)
    case 'change-checkpoint-policy':
      return now.policy === wantedPolicy
    case 'start':
    case 'resume':
      return now.state === 'Running'
    case 'shut-down':
    case 'turn-off':
      return now.state === 'Off'
    case 'save':
      return now.state === 'Saved'
    case 'pause':
      return now.state === 'Paused'
    case 'enable-backup-service':
      return isServiceOffered
    case 'export-checkpoint':
      return false
  }
}

/** By what a wish comes true; what else is sent only prepares it, or clears up after it. */
export const mainChanges: Readonly<Record<Operation['kind'], readonly [ChangeCall, ...ChangeCall[]]>> = {
  'create-checkpoint': ['createCheckpoint'],
  'apply-checkpoint': ['applyCheckpoint'],
  // Where the current state was kept, "Now" hangs under that, and what is meant is applied by its own Id.
  revert: ['revert', 'applyCheckpoint'],
  'rename-checkpoint': ['renameCheckpoint'],
  'change-checkpoint-notes': ['changeCheckpointNotes'],
  'export-checkpoint': ['exportCheckpoint'],
  'delete-checkpoint': ['deleteCheckpoint'],
  'delete-checkpoint-subtree': ['deleteCheckpointSubtree'],
  'change-checkpoint-policy': ['changeCheckpointPolicy'],
  'enable-backup-service': ['enableBackupService'],
  start: ['changePower'],
  'shut-down': ['changePower'],
  'turn-off': ['changePower'],
  save: ['changePower'],
  pause: ['changePower'],
  resume: ['changePower'],
}

export function truthOf(vm: SimulatedVm): MachineTruth {
  const { state, checkpointType, automaticCheckpoints, parentCheckpointId, checkpoints } = vm
  const inOrder = checkpoints.toSorted((a, b) => a.createdAt - b.createdAt)
  return {
    state,
    policy: checkpointType,
    isAutomatic: automaticCheckpoints,
    parentCheckpointId,
    checkpoints: inOrder.map(({ id, name, parentId, notes }) => ({ id, name, parentId, notes })),
  }
}

export function shownOf({ state, policy, parentCheckpointId, checkpoints }: Vm): MachineTruth {
  return {
    state,
    policy: policy.type,
    isAutomatic: policy.automatic,
    parentCheckpointId,
    checkpoints: checkpoints.map(({ id, name, parentId, notes }) => ({ id, name, parentId, notes })),
  }
}
