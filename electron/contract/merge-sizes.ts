import type { ChainFile, Merge } from './disk-merges.ts'

/** No zod in here: the window runs this file. */

/** From and to; which way Hyper-V merges is not told, so what a merge takes is a range. */
export interface Range {
  readonly from: number
  readonly to: number
}

export interface SizedMerge extends Merge {
  /** What has to be moved. */
  readonly writes: Range | null
  /** What it takes at most while the child is still there. */
  readonly grows: number | null
  /** What the child gives back when it goes, where it was as large as it can be. */
  readonly givesBack: number | null
}

export interface SizedMerges {
  readonly steps: readonly SizedMerge[]
  /** What the files take less when all is done; null where a size is not known. */
  readonly frees: Range | null
}

/** Pure: what the merges move and take, one after another. */
export function sizedMerges(merges: readonly Merge[]): SizedMerges {
  const touched = [...new Set(merges.flatMap(({ child, parent }) => [child, parent]))]
  const sizes = new Map(touched.map((each) => [each, exactly(each.file.size)]))
  const before = sumOf([...sizes.values()])
  const steps = merges.map((merge) => {
    const { child, parent } = merge
    const [childSize, parentSize] = [sizes.get(child) ?? null, sizes.get(parent) ?? null]
    const merged = mergedSize(childSize, parentSize, parent.capacity)
    sizes.delete(child)
    sizes.set(parent, merged)
    return {
      ...merge,
      writes: moved(childSize, parentSize, parent),
      grows: merged === null || parentSize === null ? null : merged.to - parentSize.to,
      givesBack: childSize?.to ?? null,
    }
  })
  return { steps, frees: lessOf(before, sumOf([...sizes.values()])) }
}

/** Logically it holds what both hold; how much of that they share, nobody knows. It grows no larger than the disk. */
function mergedSize(child: Range | null, parent: Range | null, capacity: number | null): Range | null {
  if (child === null || parent === null) return null
  return {
    from: parent.from,
    to: Math.max(parent.to, Math.min(capacity ?? Infinity, parent.to + child.to)),
  }
}

/** A base disk keeps its name and is none of a checkpoint, so what hangs under it is written into it. */
function moved(child: Range | null, parent: Range | null, { isOfCheckpoints }: ChainFile): Range | null {
  if (child === null || parent === null) return null
  if (!isOfCheckpoints) return child
  return { from: Math.min(child.from, parent.from), to: Math.max(child.to, parent.to) }
}

function exactly(size: number | null): Range | null {
  return size === null ? null : { from: size, to: size }
}

export function sumOf(ranges: readonly (Range | null)[]): Range | null {
  return ranges.reduce<Range | null>(
    (sum, each) =>
      sum === null || each === null ? null : { from: sum.from + each.from, to: sum.to + each.to },
    { from: 0, to: 0 },
  )
}

function lessOf(before: Range | null, after: Range | null): Range | null {
  return before === null || after === null
    ? null
    : { from: before.from - after.to, to: before.to - after.from }
}
