import { costOf, type VmCost } from '#contract/checkpoint-cost'
import { forecastDelete } from '#contract/delete-forecast'
import { pathKey, sizeOf } from '#contract/disk-files'
import type { VmCosts } from '#contract/machine-costs'
import type { Volume } from '#contract/readiness'
import { fileSize } from '../format.ts'
import type { Reading } from '../stores/readings.ts'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'
import type { VolumeRunways } from './volume-runways.ts'

/** What a machine's checkpoints cost it, and beside that what is left, in words. */
export function vmCostFacts(
  { value, problem }: Reading<VmCosts>,
  runways: VolumeRunways,
): readonly (readonly Fact[])[] {
  const cost = value === undefined ? null : costOf(value)
  // Has its place while it is read, so that nothing moves when it comes.
  const pending = problem === null ? text.details.reading : text.unknown
  const words = text.cost
  return [
    [
      { label: words.total, value: cost === null ? pending : totalOf(cost) },
      { label: words.depth, value: cost === null ? pending : words.depthIs(cost.depth) },
      ...(value === undefined ? [] : notMerged(value)),
    ],
    value === undefined || value.volumes.length === 0
      ? [{ label: words.volumes, value: value === undefined ? pending : text.unknown }]
      : value.volumes.map((volume) => ({ label: words.volume(volume.root), value: roomOf(volume, runways) })),
  ]
}

/** What was deleted takes its room until it is merged, and a merge that was interrupted leaves it there. */
function notMerged(costs: VmCosts): readonly Fact[] {
  const files = forecastDelete(costs, new Set()).merging.map(({ file }) => file)
  if (files.length === 0) return []
  const size = sizeOf(files)
  const { notMerged: label, waits, forecast } = text.cost
  return [{ label, value: waits(files.length, size === null ? forecast.sizeUnknown : fileSize(size)) }]
}

/** Where a size is unknown, the others are said all the same: a part of the truth that is called so. */
function totalOf({ total, ofCheckpoint, ofNow }: VmCost): string {
  if (total !== null) return fileSize(total)
  const known = [...ofCheckpoint.values()].reduce(
    (sum, { state, disks }) => sum + (state ?? 0) + (disks ?? 0),
    ofNow ?? 0,
  )
  return text.cost.atLeast(fileSize(known))
}

function roomOf({ root, free, size }: Volume, { volumes, machines }: VolumeRunways): string {
  if (free === null) return text.unknown
  const room = size === null ? fileSize(free) : text.cost.free(fileSize(free), fileSize(size))
  const lasts = volumes.find((each) => pathKey(each.root) === pathKey(root))
  if (lasts?.days == null) return room
  return text.cost.runway(room, text.cost.lasts(lasts.days), text.cost.rateOf(lasts.machines, machines))
}
