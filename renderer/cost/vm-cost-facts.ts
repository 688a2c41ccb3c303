import { costOf, type VmCost, type VolumeRunway } from '#contract/checkpoint-cost'
import type { VmCosts } from '#contract/machine-costs'
import type { Vm } from '#contract/model'
import { fileSize } from '../format.ts'
import type { Reading } from '../stores/readings.ts'
import { text } from '../text.ts'
import type { Fact } from '../ui/fact.ts'

/** What a machine's checkpoints cost it, and beside that what is left, in words. */
export function vmCostFacts(
  vm: Vm,
  { value, problem }: Reading<VmCosts>,
  now: number,
): readonly (readonly Fact[])[] {
  const cost = value === undefined ? null : costOf(vm, value, now)
  // Has its place while it is read, so that nothing moves when it comes.
  const pending = problem === null ? text.details.reading : text.unknown
  const words = text.cost
  return [
    [
      { label: words.total, value: cost === null ? pending : totalOf(cost) },
      { label: words.depth, value: cost === null ? pending : words.depthIs(cost.depth) },
    ],
    cost === null || cost.volumes.length === 0
      ? [{ label: words.volumes, value: cost === null ? pending : text.unknown }]
      : cost.volumes.map((volume) => ({ label: words.volume(volume.root), value: roomOf(volume) })),
  ]
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

function roomOf({ free, size, days }: VolumeRunway): string {
  if (free === null) return text.unknown
  const room = size === null ? fileSize(free) : text.cost.free(fileSize(free), fileSize(size))
  return days === null ? room : text.cost.runway(room, text.cost.lasts(days))
}
