import { type SplitChains, splitChains } from './disk-chains.ts'
import { sizeOf, volumeOf } from './disk-files.ts'
import { mergesOf } from './disk-merges.ts'
import type { VmCosts } from './machine-costs.ts'
import type { DiskFile } from './machine-details.ts'
import { type Range, type SizedMerge, sizedMerges, sumOf } from './merge-sizes.ts'
import type { CheckpointId } from './model.ts'
import type { Volume } from './readiness.ts'

/** No zod in here: the window runs this file. */

/** What becomes of the files when checkpoints are deleted. Bytes. */
export interface DeleteForecast {
  /** Gone at once: configuration, saved state, and disks that nothing builds on. */
  readonly vanishing: readonly DiskFile[]
  /** In the order in which they are merged, with what waits for that already. `writes`: what the merge has to move. */
  readonly merging: readonly {
    readonly file: DiskFile
    readonly into: DiskFile
    readonly writes: Range | null
  }[]
  /** Disks of what is deleted that stay until what builds on them goes too. */
  readonly kept: readonly DiskFile[]
  /** What is free afterwards that is not free now; null where a size could not be read. */
  readonly frees: Range | null
  /** What each volume needs meanwhile. */
  readonly volumes: readonly VolumeNeed[]
}

interface VolumeNeed extends Volume {
  readonly needs: Range | null
  /** True where the most that may be needed is free, false where it is not; null where nobody can tell. */
  readonly hasRoom: boolean | null
}

/** Pure: of the tree and the files as they are now. */
export function forecastDelete(costs: VmCosts, deleted: ReadonlySet<CheckpointId>): DeleteForecast {
  const chains = splitChains(costs, deleted)
  const stateFiles = costs.checkpoints.filter(({ checkpointId }) => deleted.has(checkpointId))
  const vanishing = [...stateFiles.flatMap(({ files }) => files), ...orphansOf(chains)]
  const { steps, frees } = sizedMerges(mergesOf(chains.staying))
  const isKnown =
    areSizesKnown(chains) &&
    costs.checkpoints.every(isAnythingKnown) &&
    stateFiles.every(({ files }) => files.length > 0)
  return {
    vanishing,
    merging: steps.map(({ child, parent, writes }) => ({ file: child.file, into: parent.file, writes })),
    kept: keptOf(chains, steps),
    frees: isKnown ? sumOf([exactly(sizeOf(vanishing)), frees]) : null,
    volumes: costs.volumes.map((volume) =>
      withNeed(volume, isKnown ? stepsOn(volume, costs.volumes, steps) : null),
    ),
  }
}

/** A checkpoint of which nothing could be read may build on any file. */
function isAnythingKnown({ files, disks }: VmCosts['checkpoints'][number]): boolean {
  return files.length > 0 || disks.length > 0
}

/** A file that can't be read hides what it hangs under, and so how many build on that. */
function areSizesKnown({ going, staying }: SplitChains): boolean {
  return [...going, ...staying]
    .flat()
    .every(({ file, isOfCheckpoints }) => !isOfCheckpoints || file.size !== null)
}

function orphansOf({ going, staying }: SplitChains): readonly DiskFile[] {
  const needed = new Set(staying.flat())
  const orphans = going.flat().filter((each) => each.isOfCheckpoints && !needed.has(each))
  return [...new Set(orphans)].map(({ file }) => file)
}

/** They were begun with by what is deleted, are needed by what stays, and are begun with by nobody then. */
function keptOf({ going, staying }: SplitChains, steps: readonly SizedMerge[]): readonly DiskFile[] {
  const merged = new Set(steps.map(({ child }) => child))
  const left = staying.map((chain) => chain.filter((each) => !merged.has(each)))
  const begun = new Set(left.map(([head]) => head))
  const needed = new Set(left.flat())
  const heads = new Set(going.flatMap(([head]) => head ?? []))
  return [...heads]
    .filter((each) => each.isOfCheckpoints && needed.has(each) && !begun.has(each))
    .map(({ file }) => file)
}

function stepsOn(
  volume: Volume,
  volumes: readonly Volume[],
  steps: readonly SizedMerge[],
): readonly SizedMerge[] {
  return steps.filter(({ parent }) => volumeOf(volumes, parent.file.path) === volume)
}

function withNeed(volume: Volume, steps: readonly SizedMerge[] | null): VolumeNeed {
  const most = steps === null ? null : mostNeeded(steps)
  const needs = most === null ? null : { from: 0, to: most }
  return { ...volume, needs, hasRoom: most === null || volume.free === null ? null : volume.free >= most }
}

/**
 * Each file is there until it is merged, and gives its room to the next merge then. What vanishes at once is not counted
 * on: nobody has said that it is gone before the first merge begins.
 */
function mostNeeded(steps: readonly SizedMerge[]): number | null {
  let taken = 0
  let most = 0
  for (const { grows, givesBack } of steps) {
    if (grows === null || givesBack === null) return null
    most = Math.max(most, taken + grows)
    taken += grows - givesBack
  }
  return most
}

function exactly(size: number | null): Range | null {
  return size === null ? null : { from: size, to: size }
}
