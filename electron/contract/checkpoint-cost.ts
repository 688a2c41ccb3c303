import { distinctFiles, isOfCheckpoints, sizeOf } from './disk-files.ts'
import type { VmCosts } from './machine-costs.ts'
import type { Disk, DiskFile } from './machine-details.ts'
import type { CheckpointId } from './model.ts'

/** No zod in here: the window runs this file. */

/** Bytes; null where a size could not be read. */
export interface CheckpointCost {
  /** Its configuration and, where it holds memory, its saved state. */
  readonly state: number | null
  /**
   * The files that its disks begin with: what was written from the checkpoint before it until it was taken. What was
   * written before the first one is in the base disks, which belong to none.
   */
  readonly disks: number | null
}

export interface VmCost {
  readonly ofCheckpoint: ReadonlyMap<CheckpointId, CheckpointCost>
  /** What "Now" has written since the checkpoint that it hangs under. */
  readonly ofNow: number | null
  /** The longest chain of files of any of its disks as it is now. */
  readonly depth: number
  /** All that would not be there without checkpoints. */
  readonly total: number | null
}

/** Pure: what checkpoints cost, from what the files take. */
export function costOf(costs: VmCosts): VmCost {
  return {
    ofCheckpoint: new Map(
      costs.checkpoints.map(({ checkpointId, files, disks }) => [
        checkpointId,
        { state: stateSize(files), disks: sizeOf(ownFiles(disks)) },
      ]),
    ),
    ofNow: sizeOf(ownFiles(costs.disks)),
    depth: Math.max(0, ...costs.disks.map(({ chain }) => chain.length)),
    total: totalSize(costs),
  }
}

/** Each that a disk begins with, unless it is a base disk. */
export function ownFiles(disks: readonly Disk[]): readonly DiskFile[] {
  return distinctFiles(
    disks.flatMap(({ chain }) => chain.filter((_, at) => at === 0 && isOfCheckpoints(chain, at))),
  )
}

/** A checkpoint has a configuration at least, so that none was found means that none could be read. */
function stateSize(files: readonly DiskFile[]): number | null {
  return files.length === 0 ? null : sizeOf(files)
}

function totalSize({ disks, checkpoints }: VmCosts): number | null {
  if (checkpoints.some(({ files }) => files.length === 0)) return null
  const chains = [...disks, ...checkpoints.flatMap((each) => each.disks)].map(({ chain }) => chain)
  const written = chains.flatMap((chain) => chain.filter((_, at) => isOfCheckpoints(chain, at)))
  return sizeOf(distinctFiles([...checkpoints.flatMap(({ files }) => files), ...written]))
}
