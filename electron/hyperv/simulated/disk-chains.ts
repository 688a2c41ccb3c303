import type { SimulatedCheckpoint, SimulatedDisk, SimulatedVm } from './simulation.ts'

/** All disks of a virtual machine: those "Now" writes to, and those its checkpoints keep. */
type Disks = Pick<SimulatedVm, 'disks' | 'checkpoints'>

/**
 * New files that take the writes from here on, each beside its parent. A pass-through disk has no file and stays
 * what it is.
 */
export function branchedDisks(
  disks: readonly SimulatedDisk[],
  newGuid: () => string,
): readonly SimulatedDisk[] {
  return disks.map((disk) => {
    if (disk.diskNumber !== null) return disk
    const chain = chainOf(disk)
    return {
      ...disk,
      path: differencingPath(chain.at(-1)?.path ?? disk.path, newGuid()),
      fileSize: emptyDifferencingSize,
      parents: chain,
    }
  })
}

/**
 * Hyper-V merges a file into its parent once the parent is nobody's own any more and nothing else hangs under it.
 * Null where there is nothing to merge. No data of "Now" or of a checkpoint is lost by it.
 */
export function mergedDisks(all: Disks): Disks | null {
  const pair = findMergeable(all)
  if (pair === null) return null
  const merge = (disk: SimulatedDisk): SimulatedDisk => mergedDisk(disk, pair)
  const once = {
    disks: all.disks.map(merge),
    checkpoints: all.checkpoints.map((each): SimulatedCheckpoint => ({
      ...each,
      disks: each.disks.map(merge),
    })),
  }
  return mergedDisks(once) ?? once
}

export function canMergeDisks(all: Disks): boolean {
  return findMergeable(all) !== null
}

type DiskFile = SimulatedDisk['parents'][number]
interface MergeablePair {
  readonly parent: string
  readonly child: string
}

const emptyDifferencingSize = 4 * 1024 ** 2

/** The file written to first, then its parents up to the base disk. */
function chainOf(disk: SimulatedDisk): readonly DiskFile[] {
  return [{ path: disk.path, fileSize: disk.fileSize }, ...disk.parents]
}

/** `<base>_<GUID>.avhdx`, and `.avhd` for a base of the older format. */
function differencingPath(basePath: string, guid: string): string {
  const dot = basePath.lastIndexOf('.')
  const extension = basePath.slice(dot).toLowerCase() === '.vhd' ? '.avhd' : '.avhdx'
  return `${basePath.slice(0, dot)}_${guid.toUpperCase()}${extension}`
}

function findMergeable(all: Disks): MergeablePair | null {
  const disks = [...all.disks, ...all.checkpoints.flatMap((each) => each.disks)]
  const owned = new Set(disks.map((disk) => disk.path))
  for (const [parent, children] of childrenByParent(disks)) {
    const [child] = children
    if (!owned.has(parent) && children.size === 1 && child !== undefined) return { parent, child }
  }
  return null
}

function childrenByParent(disks: readonly SimulatedDisk[]): ReadonlyMap<string, ReadonlySet<string>> {
  const children = new Map<string, Set<string>>()
  for (const disk of disks) {
    let child = disk.path
    for (const parent of disk.parents) {
      const known = children.get(parent.path) ?? new Set<string>()
      children.set(parent.path, known.add(child))
      child = parent.path
    }
  }
  return children
}

function mergedDisk(disk: SimulatedDisk, { parent, child }: MergeablePair): SimulatedDisk {
  const chain = chainOf(disk)
  const at = chain.findIndex((file) => file.path === child)
  const [childFile, parentFile] = [chain[at], chain[at + 1]]
  if (childFile === undefined || parentFile?.path !== parent) return disk
  const [head, ...parents] = chain.toSpliced(at, 2, mergedFile(parentFile, childFile, disk.size))
  return head === undefined ? disk : { ...disk, ...head, parents }
}

/** What the child holds partly replaces what the parent held, so the parent grows by a part of it. */
function mergedFile(parent: DiskFile, child: DiskFile, diskSize: number): DiskFile {
  const grown = parent.fileSize + Math.floor(child.fileSize * 0.6)
  return { path: parent.path, fileSize: Math.max(parent.fileSize, Math.min(diskSize, grown)) }
}
