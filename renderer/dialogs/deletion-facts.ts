import { parentOfNow, subtreeOf } from '#contract/eligibility'
import type { Checkpoint, Vm } from '#contract/model'

/** What becomes of a checkpoint's disk files: each is needed for as long as more than one other state builds on it. */
export function filesAfterDelete(vm: Vm, { id }: Checkpoint): 'merged' | 'deleted' | 'kept' {
  const builders = vm.checkpoints.filter(({ parentId }) => parentId === id).length
  switch (builders + (vm.parentCheckpointId === id ? 1 : 0)) {
    case 0:
      return 'deleted'
    case 1:
      return 'merged'
    default:
      return 'kept'
  }
}

/** The same for a checkpoint with all under it: then only "Now" can build on what goes. */
export function filesAfterSubtreeDelete(vm: Vm, checkpoint: Checkpoint): 'merged' | 'deleted' {
  const parent = parentOfNow(vm)
  return parent !== null && subtreeOf(vm, checkpoint).includes(parent) ? 'merged' : 'deleted'
}
