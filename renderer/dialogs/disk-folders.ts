import type { VmDetails } from '#contract/machine-details'

/** Every folder in which files of the machine's disks are, each once. Hosts write either stroke. */
export function diskFolders({ hardware }: VmDetails): readonly string[] {
  const files = hardware.disks.flatMap(({ chain }) => chain)
  return [...new Set(files.map(({ path }) => path.slice(0, Math.max(0, path.search(/[\\/][^\\/]*$/)))))]
}
