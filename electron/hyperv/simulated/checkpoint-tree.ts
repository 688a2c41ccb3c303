import { branchedDisks } from './disk-chains.ts'
import { hardwareOf } from './hardware-of.ts'
import type { SimulatedCheckpoint, SimulatedHardware, SimulatedVm } from './simulation.ts'

/** Of a virtual machine, what a change of its checkpoints touches. Pure: each function answers the machine after it. */
type Tree = Pick<SimulatedVm, 'checkpoints' | 'parentCheckpointId' | 'disks'>

/** A checkpoint before it has its place in the tree. */
export type NewCheckpoint = Omit<SimulatedCheckpoint, 'parentId' | 'disks' | 'hardware'>

/** "Now" hangs under the new checkpoint, which keeps the files that were written to until now. */
export function withCheckpoint(
  tree: Tree & SimulatedHardware,
  checkpoint: NewCheckpoint,
  newGuid: () => string,
): Tree {
  const { parentCheckpointId: parentId, disks } = tree
  const taken = { ...checkpoint, parentId, disks, hardware: hardwareOf(tree) }
  return {
    checkpoints: [...tree.checkpoints, taken],
    parentCheckpointId: taken.id,
    disks: branchedDisks(tree.disks, newGuid),
  }
}

/**
 * What "Now" has written since its last checkpoint is lost: it writes to new files under those of this one, and is made
 * of what it was made of then.
 */
export function withApplied(
  tree: Tree,
  checkpoint: SimulatedCheckpoint,
  newGuid: () => string,
): Tree & SimulatedHardware {
  return {
    ...checkpoint.hardware,
    checkpoints: tree.checkpoints,
    parentCheckpointId: checkpoint.id,
    disks: branchedDisks(checkpoint.disks, newGuid),
  }
}

/** What hung under a removed checkpoint hangs under the next one above it that stays. The disks are merged later. */
export function withoutCheckpoints(tree: Tree, removed: ReadonlySet<string>): Tree {
  const parents = new Map(tree.checkpoints.map((each) => [each.id, each.parentId]))
  const staying = (parentId: string | null): string | null =>
    parentId !== null && removed.has(parentId) ? staying(parents.get(parentId) ?? null) : parentId
  return {
    checkpoints: tree.checkpoints
      .filter((each) => !removed.has(each.id))
      .map((each) => ({ ...each, parentId: staying(each.parentId) })),
    parentCheckpointId: staying(tree.parentCheckpointId),
    disks: tree.disks,
  }
}

/** The checkpoint and all that hang under it. */
export function subtreeIds(tree: Tree, checkpointId: string): ReadonlySet<string> {
  const found = new Set([checkpointId])
  // A set can grow while it is walked, so that what was found is searched in turn.
  for (const parentId of found) {
    for (const each of tree.checkpoints) if (each.parentId === parentId) found.add(each.id)
  }
  return found
}
