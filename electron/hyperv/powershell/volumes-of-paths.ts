import type { Volume } from '#contract/readiness'

/** Those that the paths are on, each once and in the order of their roots. */
export function volumesOfPaths(paths: readonly string[], known: readonly Volume[]): Volume[] {
  const found = new Map<string, Volume>()
  for (const path of new Set(paths)) {
    const volume = volumeOf(withoutPrefix(path), known)
    if (volume !== null) found.set(volume.root.toLowerCase(), volume)
  }
  return [...found.values()].sort((a, b) => (a.root < b.root ? -1 : 1))
}

/**
 * A volume may be mounted in a folder of another, so the longest root is the one. Of a volume that the host does not
 * list, such as a share, nobody knows more than where it begins.
 */
function volumeOf(path: string, known: readonly Volume[]): Volume | null {
  const listed = known
    .filter(({ root }) => root !== '' && path.toLowerCase().startsWith(root.toLowerCase()))
    .sort((a, b) => b.root.length - a.root.length)[0]
  const root = rootOf(path)
  if (listed !== undefined && listed.root.length >= root.length) return listed
  return root === '' ? null : { root, size: null, free: null }
}

function rootOf(path: string): string {
  const found = clusterVolume.exec(path) ?? share.exec(path) ?? drive.exec(path)
  return found === null ? '' : `${found[0].replace(/\\$/, '')}\\`
}

/** The volumes of a cluster are folders of each node’s system drive, which is not where their files are. */
const clusterVolume = /^[a-z]:\\ClusterStorage\\[^\\]+/i
const share = /^\\\\[^\\?.][^\\]*\\[^\\]+/
const drive = /^[a-z]:\\/i

/** What Windows allows in front of a path, so that it may be long. */
function withoutPrefix(path: string): string {
  return path.replace(/^\\\\\?\\UNC\\/i, '\\\\').replace(/^\\\\\?\\(?=[a-z]:\\)/i, '')
}
