import { subtreeOf } from '#contract/eligibility'
import type { CheckpointId, Operation, Vm } from '#contract/model'

/** The checkpoints of a machine that are to be deleted, from when that was asked for until they are gone. */
export function goingCheckpoints(vm: Vm, underWay: readonly Operation[]): ReadonlySet<CheckpointId> {
  return new Set(underWay.filter(({ vmId }) => vmId === vm.id).flatMap((each) => goingWith(vm, each)))
}

function goingWith(vm: Vm, { kind, checkpointId }: Operation): readonly CheckpointId[] {
  const checkpoint = vm.checkpoints.find(({ id }) => id === checkpointId)
  if (checkpoint === undefined) return []
  if (kind === 'delete-checkpoint') return [checkpoint.id]
  return kind === 'delete-checkpoint-subtree' ? subtreeOf(vm, checkpoint).map(({ id }) => id) : []
}
