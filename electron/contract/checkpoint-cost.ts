import { distinctFiles, isOfCheckpoints, sizeOf, volumeOf } from './disk-files.ts'
import type { VmCosts } from './machine-costs.ts'
import type { Disk, DiskFile } from './machine-details.ts'
import type { CheckpointId, Vm } from './model.ts'
import type { Volume } from './readiness.ts'

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
  readonly volumes: readonly VolumeRunway[]
}

export interface VolumeRunway extends Volume {
  /** Days until it is full if this machine goes on writing as since its last checkpoint; null where nobody can tell. */
  readonly days: number | null
}

/** Pure: what checkpoints cost, from what the files take. `now` is milliseconds since 1970. */
export function costOf(vm: Vm, costs: VmCosts, now: number): VmCost {
  const ofNow = ownFiles(costs.disks)
  return {
    ofCheckpoint: new Map(
      costs.checkpoints.map(({ checkpointId, files, disks }) => [
        checkpointId,
        { state: stateSize(files), disks: sizeOf(ownFiles(disks)) },
      ]),
    ),
    ofNow: sizeOf(ofNow),
    depth: Math.max(0, ...costs.disks.map(({ chain }) => chain.length)),
    total: totalSize(costs),
    volumes: costs.volumes.map((volume) => {
      const written = ofNow.filter(({ path }) => volumeOf(costs.volumes, path) === volume)
      return { ...volume, days: runway(volume.free, sizeOf(written), writingSince(vm), now) }
    }),
  }
}

function ownFiles(disks: readonly Disk[]): readonly DiskFile[] {
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

/**
 * "Now" gets new files when a checkpoint is taken and when one is applied. Where it hangs under one that is not the
 * newest, that was applied after the newest was taken: what it wrote is younger than its parent.
 */
function writingSince(vm: Vm): number | null {
  const parent = vm.checkpoints.find(({ id }) => id === vm.parentCheckpointId)
  if (parent?.createdAt == null) return null
  return Math.max(
    ...vm.checkpoints.flatMap(({ createdAt }) => createdAt ?? []).map((each) => Date.parse(each)),
  )
}

const hour = 3_600_000
const day = 24 * hour

/** Of less than an hour nothing follows for the days to come. */
function runway(
  free: number | null,
  written: number | null,
  since: number | null,
  now: number,
): number | null {
  if (free === null || written === null || written === 0 || since === null || now - since < hour) return null
  return free / (written / ((now - since) / day))
}
