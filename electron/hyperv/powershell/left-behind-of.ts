import type { DiskFile } from '#contract/machine-details'

/** A file that a machine or a checkpoint uses. An empty path stands for disks of which nobody tells. */
export interface UsedFile {
  readonly path: string
  /** What is above a file that could not be opened is known to nobody. */
  readonly isRead: boolean
}

/**
 * The differencing disks that nobody uses. Where there is any doubt they are left out, for somebody may delete by hand
 * what is called ownerless: a name that is in use anywhere, since a folder may be reached by two ways; a folder with a
 * checkpoint's disk whose parents are not known, for those lie beside it; what is called after a VHD set, which does not
 * name its own files; and folders that other computers write to as well.
 */
export function leftBehindOf(used: readonly UsedFile[], found: readonly DiskFile[]): DiskFile[] {
  if (used.some(({ path }) => path === '')) return []
  const names = new Set(used.map(({ path }) => nameOf(path)))
  const unsure = new Set(used.filter(hasUnknownParents).map(({ path }) => folderOf(path)))
  const sets = used.filter(({ path }) => vhdSet.test(path)).map(({ path }) => startOf(path))
  return found
    .filter(({ path }) => !names.has(nameOf(path)) && !unsure.has(folderOf(path)) && !sharedFolder.test(path))
    .filter(({ path }) => !sets.some((start) => path.toLowerCase().startsWith(start)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

function hasUnknownParents({ path, isRead }: UsedFile): boolean {
  return !isRead && /\.avhdx?$/i.test(path)
}

const vhdSet = /\.vhds$/i
const sharedFolder = /^(\\\\|[a-z]:\\ClusterStorage\\)/i

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('\\') + 1).toLowerCase()
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('\\')).toLowerCase()
}

/** Of a VHD set, what the paths of its files begin with. */
function startOf(path: string): string {
  return path.replace(vhdSet, '').toLowerCase()
}
