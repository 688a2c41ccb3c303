import { type Refusal, subtreeOf } from '#contract/eligibility'
import type { Checkpoint, CheckpointId, Operation, Vm } from '#contract/model'
import { isEnded } from './new-operation.ts'
import { type Wish, isDeletion } from './wish.ts'

/** What a machine is being taken back to is not deleted behind that: whoever asks has not seen what comes of it. */
export function goingBackRefusal(wish: Wish, vm: Vm, operations: readonly Operation[]): Refusal | null {
  const targets = operations.filter((each) => each.vmId === vm.id && isGoingBack(each))
  const target = going(wish, vm).find(({ id }) => targets.some(({ checkpointId }) => checkpointId === id))
  if (target === undefined) return null
  return {
    code: 'busy',
    message: `${vm.name} is being taken back to “${target.name}”, which would be deleted by this. Wait until that has ended, look at its checkpoints and decide again.`,
  }
}

/** The same for what waited: a machine that was taken back meanwhile to what would go. */
export function wentBackRefusal(wish: Wish, before: Vm, now: Vm): Refusal | null {
  const moved = now.parentCheckpointId === stillUnder(before, now) ? null : now.parentCheckpointId
  const target = going(wish, before).find(({ id }) => id === moved)
  if (target === undefined) return null
  return {
    code: 'changed-meanwhile',
    message: `Nothing was deleted, because ${now.name} was taken back to “${target.name}” meanwhile. Look at its checkpoints and decide again.`,
  }
}

/** What "Now" hangs under where nothing but deleting has moved it: the next above that is there. */
function stillUnder(before: Vm, now: Vm): CheckpointId | null {
  const there = new Set(now.checkpoints.map(({ id }) => id))
  const parents = new Map(before.checkpoints.map(({ id, parentId }) => [id, parentId]))
  let under = before.parentCheckpointId
  // What was passed by is not passed by again, so a ring of parents ends.
  while (under !== null && !there.has(under)) {
    const above: CheckpointId | null = parents.get(under) ?? null
    parents.delete(under)
    under = above
  }
  return under
}

function isGoingBack(operation: Operation): boolean {
  return (operation.kind === 'apply-checkpoint' || operation.kind === 'revert') && !isEnded(operation)
}

/** The checkpoints that the wish deletes. */
function going(wish: Wish, vm: Vm): readonly Checkpoint[] {
  if (!isDeletion(wish)) return []
  const checkpoint = vm.checkpoints.find(({ id }) => id === wish.checkpointId)
  if (checkpoint === undefined) return []
  return wish.kind === 'delete-checkpoint' ? [checkpoint] : subtreeOf(vm, checkpoint)
}
