import type { Disk, DiskFile } from './machine-details.ts'
import type { Volume } from './readiness.ts'

/** Windows tells paths apart by their letters, whatever their case. */
export function pathKey(path: string): string {
  return path.toLowerCase()
}

/**
 * Whether a file is there because a checkpoint was taken. Hyper-V gives such files an ending of their own, so that a
 * differencing disk that somebody made from a template is not taken for one. A file that has no parent is a base disk,
 * whatever its ending; where it can't be read, nobody knows that.
 */
export function isOfCheckpoints(chain: Disk['chain'], at: number): boolean {
  const file = chain[at]
  if (file === undefined || !/\.avhdx?$/i.test(file.path)) return false
  return at < chain.length - 1 || file.size === null
}

/** Each once. */
export function distinctFiles(files: readonly DiskFile[]): readonly DiskFile[] {
  return [...new Map(files.map((file) => [pathKey(file.path), file])).values()]
}

/** Null where one of them is unknown: a part of a sum would be a wrong number. */
export function sizeOf(files: readonly DiskFile[]): number | null {
  return files.reduce<number | null>(
    (sum, { size }) => (sum === null || size === null ? null : sum + size),
    0,
  )
}

/** The innermost one, since a volume may be mounted in a folder of another; null where it is on none of them. */
export function volumeOf<V extends Pick<Volume, 'root'>>(volumes: readonly V[], path: string): V | null {
  const holding = volumes.filter(({ root }) => pathKey(path).startsWith(folderKey(root)))
  return holding.sort((a, b) => b.root.length - a.root.length)[0] ?? null
}

/** With the separator at its end, so that `C:\Mount` holds nothing of `C:\Mounted`. */
function folderKey(root: string): string {
  return /[\\/]$/.test(root) ? pathKey(root) : `${pathKey(root)}\\`
}
