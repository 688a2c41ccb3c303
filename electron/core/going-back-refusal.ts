import { type Refusal, subtreeOf } from '#contract/eligibility'
import type { Checkpoint, Operation, Vm } from '#contract/model'
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
  const target = going(wish, before).find(({ id }) => id === now.parentCheckpointId)
  if (target === undefined || !wasMoved(before, now)) return null
  return {
    code: 'changed-meanwhile',
    message: `Nothing was deleted, because ${now.name} was taken back to “${target.name}” meanwhile. Look at its checkpoints and decide again.`,
  }
}

/** Where the checkpoint that "Now" hung under is gone, it hangs under the next one above by that alone. */
function wasMoved({ parentCheckpointId }: Vm, now: Vm): boolean {
  if (now.parentCheckpointId === parentCheckpointId) return false
  return parentCheckpointId === null || now.checkpoints.some(({ id }) => id === parentCheckpointId)
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
