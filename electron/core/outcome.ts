import type { PowerAction } from '#contract/eligibility'
import { assertNever } from '#contract/errors'
import type { Checkpoint, CheckpointId, CheckpointPolicy, Vm, VmState } from '#contract/model'
import type { BackupService } from '#contract/readiness'
import type { VmBefore } from './journal-entry.ts'
import { keptName } from './kept-name.ts'
import type { PolicyChanges } from './wish.ts'
import { isSamePolicy } from './same-policy.ts'
import { isUnderWay } from './under-way.ts'
import type { GoingBack, Wish } from './wish.ts'

/** What became of a wish whose answer was lost, as the host shows it. */
export type WishOutcome =
  | {
      readonly kind: 'done'
      readonly checkpointId?: CheckpointId
      /** The checkpoint that holds the state which was gone back from. */
      readonly keptId?: CheckpointId
    }
  | { readonly kind: 'not-done' }
  | { readonly kind: 'under-way' }
  /** Neither can be shown; a success that was none would be the worst of all answers. */
  | { readonly kind: 'unknown' }

/**
 * Pure: what the virtual machine was before the wish was sent, and what the host says of it now. What its guest is offered
 * is no part of a machine and is asked for by itself.
 */
export function outcomeOf(
  wish: Wish,
  before: VmBefore,
  now: Vm,
  service: BackupService = 'unknown',
): WishOutcome {
  if (isUnderWay(wish, now)) return { kind: 'under-way' }
  switch (wish.kind) {
    case 'create-checkpoint':
      return creation(wish.name, before, now)
    case 'apply-checkpoint':
    case 'revert':
      return goingBack(wish, before, now)
    case 'rename-checkpoint':
      return editing(wish.checkpointId, 'name', wish.name, before, now)
    case 'change-checkpoint-notes':
      return editing(wish.checkpointId, 'notes', wish.notes, before, now)
    case 'export-checkpoint':
      // An export leaves nothing on the machine that shows whether it is whole.
      return { kind: 'unknown' }
    case 'delete-checkpoint':
      return deletion([wish.checkpointId], now)
    case 'delete-checkpoint-subtree':
      return deletion(subtree(before, wish.checkpointId), now)
    case 'change-checkpoint-policy':
      return policyChange(wish.changes, before.policy, now.policy)
    case 'enable-backup-service':
      return offer(service)
    case 'start':
    case 'shut-down':
    case 'turn-off':
    case 'save':
    case 'pause':
    case 'resume':
      return powerChange(wish.kind, before.state, now.state)
    default:
      return assertNever(wish)
  }
}

function creation(name: string | null, before: VmBefore, now: Vm): WishOutcome {
  const taken = takenSince(before, now)
  if (taken.length === 0) return { kind: 'not-done' }
  const ours = name === null ? taken[0] : taken.find((each) => each.name === name)
  // Hyper-V names a checkpoint in a second step, so one with another name may be ours or somebody else's.
  return ours === undefined ? { kind: 'unknown' } : { kind: 'done', checkpointId: ours.id }
}

/** A new checkpoint hangs under what "Now" hung under before. */
export function takenSince(before: VmBefore, now: Vm): readonly Checkpoint[] {
  const known = new Set(before.checkpoints.map(({ id }) => id))
  return now.checkpoints.filter(
    ({ id, category, parentId }) =>
      category === 'user' && !known.has(id) && parentId === before.parentCheckpointId,
  )
}

function goingBack(wish: GoingBack, before: VmBefore, now: Vm): WishOutcome {
  const { checkpointId } = wish
  const isThere = now.parentCheckpointId === checkpointId
  if (wish.keepsCurrent) return goingBackKept(wish, isThere, before, now)
  if (!isThere) return stayed(before, now)
  if (before.parentCheckpointId !== checkpointId) return { kind: 'done' }
  return backToSame(checkpointId, before, now)
}

/** Keeping the current state moves "Now" away from the checkpoint, and applying it moves "Now" back. */
function goingBackKept(wish: GoingBack, isThere: boolean, before: VmBefore, now: Vm): WishOutcome {
  const kept = keptSince(wish, before, now)
  if (kept !== undefined) return isThere ? { kind: 'done', keptId: kept.id } : { kind: 'not-done' }
  // What was taken under another name is somebody else's, or ours before it was named: it was not applied by us then.
  if (takenSince(before, now).length > 0) return isThere ? { kind: 'unknown' } : { kind: 'not-done' }
  return isThere && before.parentCheckpointId !== wish.checkpointId
    ? { kind: 'unknown' }
    : stayed(before, now)
}

/** The checkpoint that keeps the current state, known by its name; it may be there though nothing was gone back from. */
export function keptSince(wish: GoingBack, before: VmBefore, now: Vm): Checkpoint | undefined {
  const taken = takenSince(before, now)
  const name = keptName(wish, before)
  return name === null ? taken[0] : taken.find((each) => each.name === name)
}

function stayed(before: VmBefore, now: Vm): WishOutcome {
  return now.parentCheckpointId === before.parentCheckpointId ? { kind: 'not-done' } : { kind: 'unknown' }
}

/**
 * "Now" hung under that checkpoint before, too. Only a machine that had memory and is off now, after a checkpoint
 * without any, shows that it went back.
 */
function backToSame(checkpointId: CheckpointId, before: VmBefore, now: Vm): WishOutcome {
  const target = before.checkpoints.find(({ id }) => id === checkpointId)
  const isProven = target?.isSaved === false && before.state !== 'Off' && now.state === 'Off'
  return isProven ? { kind: 'done' } : { kind: 'unknown' }
}

function editing(
  checkpointId: CheckpointId,
  field: 'name' | 'notes',
  wanted: string,
  before: VmBefore,
  now: Vm,
): WishOutcome {
  const textNow = now.checkpoints.find(({ id }) => id === checkpointId)?.[field]
  if (textNow === wanted) return { kind: 'done' }
  const textBefore = before.checkpoints.find(({ id }) => id === checkpointId)?.[field]
  return textNow !== undefined && textNow === textBefore ? { kind: 'not-done' } : { kind: 'unknown' }
}

function deletion(wanted: readonly CheckpointId[], now: Vm): WishOutcome {
  const left = now.checkpoints.filter(({ id }) => wanted.includes(id)).length
  if (left === 0) return { kind: 'done' }
  return left === wanted.length ? { kind: 'not-done' } : { kind: 'unknown' }
}

function subtree(before: VmBefore, root: CheckpointId): readonly CheckpointId[] {
  const found = new Set([root])
  // A set can grow while it is walked, and what is in already is not walked again, so a cycle ends.
  for (const parent of found) {
    for (const { id, parentId } of before.checkpoints) if (parentId === parent) found.add(id)
  }
  return [...found]
}

function policyChange(changes: PolicyChanges, before: CheckpointPolicy, now: CheckpointPolicy): WishOutcome {
  const wanted = { ...before, ...defined(changes) }
  if (isSamePolicy(now, wanted)) return { kind: 'done' }
  return isSamePolicy(now, before) ? { kind: 'not-done' } : { kind: 'unknown' }
}

function defined({ type, automatic, location }: PolicyChanges): Partial<CheckpointPolicy> {
  return {
    ...(type === undefined ? {} : { type }),
    ...(automatic === undefined ? {} : { automatic }),
    ...(location === undefined ? {} : { location }),
  }
}

/** Whether the guest answers is up to the guest; a service that is not there was not turned on either. */
function offer(service: BackupService): WishOutcome {
  switch (service) {
    case 'ok':
    case 'degraded':
    case 'silent':
      return { kind: 'done' }
    case 'disabled':
    case 'absent':
      return { kind: 'not-done' }
    case 'unknown':
      return { kind: 'unknown' }
    default:
      return assertNever(service)
  }
}

const powerTargets: Readonly<Record<PowerAction, VmState>> = {
  start: 'Running',
  'shut-down': 'Off',
  'turn-off': 'Off',
  save: 'Saved',
  pause: 'Paused',
  resume: 'Running',
}

function powerChange(action: PowerAction, before: VmState, now: VmState): WishOutcome {
  if (now === powerTargets[action]) return { kind: 'done' }
  // A guest that was asked to shut down takes its time, or stays on; nothing shows which.
  return now === before && action !== 'shut-down' ? { kind: 'not-done' } : { kind: 'unknown' }
}
