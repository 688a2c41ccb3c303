import type { CheckpointCost, VmCost } from '#contract/checkpoint-cost'
import type { Checkpoint } from '#contract/model'
import { fileSize } from '../format.ts'
import { text } from '../text.ts'

/** What a row of the tree says of what it takes. */
export interface RowSize {
  readonly words: string
  /** Of what, for the pointer and for those who listen. */
  readonly meaning: string
  /** 0 to 1: of the largest of its machine. */
  readonly share: number
}

/** The sizes of a machine's rows, each found out when it is drawn. Null for a row that nothing was read of. */
export function rowSizes(cost: VmCost): (checkpoint: Checkpoint | null) => RowSize | null {
  const known = [...cost.ofCheckpoint.values()].map(atLeast)
  const largest = known.reduce((most, each) => Math.max(most, each), cost.ofNow ?? 0)
  const shareOf = (bytes: number): number => (largest === 0 ? 0 : bytes / largest)
  return (checkpoint) => {
    if (checkpoint === null) return sizeOfNow(cost.ofNow, shareOf(cost.ofNow ?? 0))
    const each = cost.ofCheckpoint.get(checkpoint.id)
    return each === undefined ? null : sizeOf(each, checkpoint.isSaved === true, shareOf(atLeast(each)))
  }
}

function sizeOfNow(bytes: number | null, share: number): RowSize {
  const words = bytes === null ? text.unknown : fileSize(bytes)
  return { words, share, meaning: bytes === null ? text.cost.unknown : text.cost.since(words) }
}

function sizeOf(cost: CheckpointCost, hasMemory: boolean, share: number): RowSize {
  const { state, disks } = cost
  if (state === null && disks === null) return { words: text.unknown, meaning: text.cost.unknown, share }
  const size = fileSize(atLeast(cost))
  const words = state === null || disks === null ? text.cost.atLeast(size) : size
  const label = hasMemory ? text.cost.memory : text.cost.configuration
  return { words, share, meaning: text.cost.ofCheckpoint(words, label(part(state)), part(disks)) }
}

function part(bytes: number | null): string {
  return bytes === null ? text.cost.notKnown : fileSize(bytes)
}

/** The part of it that is known. */
function atLeast({ state, disks }: CheckpointCost): number {
  return (state ?? 0) + (disks ?? 0)
}
