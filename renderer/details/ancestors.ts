import type { Checkpoint, CheckpointId, Vm } from '#contract/model'

/** That checkpoint and all that it stands on, itself first. A ring of parents ends where it began. */
export function withAncestors(vm: Vm, id: CheckpointId | null): readonly Checkpoint[] {
  const byId = new Map(vm.checkpoints.map((checkpoint) => [checkpoint.id, checkpoint]))
  const found = new Set<Checkpoint>()
  let next = id === null ? undefined : byId.get(id)
  while (next !== undefined && !found.has(next)) {
    found.add(next)
    next = next.parentId === null ? undefined : byId.get(next.parentId)
  }
  return [...found]
}
