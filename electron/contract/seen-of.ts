import { subtreeOf } from './eligibility.ts'
import type { CheckpointId, Vm } from './model.ts'
import type { Seen } from './seen.ts'

/** No zod in here: the window runs this file. */

/** What is decided about a checkpoint that may lose something. */
export type Decision = 'go-back' | 'delete' | 'delete-subtree'

type SeenTree = Pick<Seen, 'goes' | 'now'>

/** Pure: what whoever decides is shown of the machine, as far as it matters for that. */
export function seenOf(
  vm: Pick<Vm, 'checkpoints' | 'parentCheckpointId'>,
  checkpointId: CheckpointId,
  decision: Decision,
): SeenTree {
  return { goes: goingWith(vm, checkpointId, decision), now: vm.parentCheckpointId }
}

/** Pure: the same of a checkpoint of which nothing was shown but that it was just taken, so that "Now" hangs under it. */
export function seenOfTaken(checkpointId: CheckpointId): SeenTree {
  return { goes: [checkpointId], now: checkpointId }
}

function goingWith(
  vm: Pick<Vm, 'checkpoints'>,
  checkpointId: CheckpointId,
  decision: Decision,
): CheckpointId[] {
  switch (decision) {
    case 'go-back':
      return []
    case 'delete':
      return [checkpointId]
    case 'delete-subtree': {
      const checkpoint = vm.checkpoints.find(({ id }) => id === checkpointId)
      return checkpoint === undefined ? [checkpointId] : subtreeOf(vm, checkpoint).map(({ id }) => id)
    }
  }
}
