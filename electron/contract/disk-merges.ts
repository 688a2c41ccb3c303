import type { DiskFile } from './machine-details.ts'

/** No zod in here: the window runs this file. */

/** A file of the disks that a forecast is about. Each is one object, in however many chains it is. */
export interface ChainFile {
  readonly file: DiskFile
  /** Whether it is there because a checkpoint was taken. */
  readonly isOfCheckpoints: boolean
  /** Bytes that the guest sees of the disk; null where that can't be read. */
  readonly capacity: number | null
}

/** The file that a disk begins with, then its parents. */
export type FileChain = readonly ChainFile[]

export interface Merge {
  /** What goes. */
  readonly child: ChainFile
  /** What holds both then. */
  readonly parent: ChainFile
}

/**
 * Pure: which files Hyper-V merges, in order. A file goes into its parent once no disk begins with that parent any more
 * and nothing else hangs under it. A disk that somebody made from a template is none of a checkpoint, and stays.
 */
export function mergesOf(chains: readonly FileChain[]): readonly Merge[] {
  const next = nextMerge(chains)
  if (next === null) return []
  return [next, ...mergesOf(chains.map((chain) => chain.filter((file) => file !== next.child)))]
}

function nextMerge(chains: readonly FileChain[]): Merge | null {
  const begun = new Set(chains.map(([head]) => head))
  for (const [parent, children] of childrenByParent(chains)) {
    const [child] = children
    if (!begun.has(parent) && children.size === 1 && child?.isOfCheckpoints === true) return { child, parent }
  }
  return null
}

function childrenByParent(chains: readonly FileChain[]): ReadonlyMap<ChainFile, ReadonlySet<ChainFile>> {
  const children = new Map<ChainFile, Set<ChainFile>>()
  for (const chain of chains) {
    for (const [at, parent] of chain.entries()) {
      const child = chain[at - 1]
      if (child !== undefined) children.set(parent, (children.get(parent) ?? new Set<ChainFile>()).add(child))
    }
  }
  return children
}
