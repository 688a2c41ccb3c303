import type { SimulatedCheckpoint, SimulatedVm } from './simulation.ts'

/** A file that Hyper-V writes for a checkpoint beside those of its disks; the size is null where it is gone. */
export interface CheckpointFile {
  readonly path: string
  readonly size: number | null
}

/** Configuration, what the firmware keeps, and memory where there is any. Together they have `systemFilesSize`. */
export function checkpointFiles(vm: SimulatedVm, checkpoint: SimulatedCheckpoint): readonly CheckpointFile[] {
  const path = `${vm.snapshotFileLocation}\\Snapshots\\${checkpoint.id.toUpperCase()}`
  const [configuration, ...more] = extensionsOf(vm, checkpoint)
  const sizes = sizesOf(checkpoint, more.length)
  return [configuration, ...more].map((extension, index) => ({
    path: `${path}${extension}`,
    size: checkpoint.type === 'Missing' ? null : (sizes[index] ?? 0),
  }))
}

/** Older configuration versions have other files. */
function extensionsOf(
  { version }: SimulatedVm,
  { isSaved }: SimulatedCheckpoint,
): readonly [string, ...string[]] {
  const major = Number.parseInt(version, 10)
  if (major < 6) return isSaved ? ['.xml', '.bin', '.vsv'] : ['.xml']
  if (major < 9) return ['.vmcx', '.vmrs']
  return isSaved ? ['.vmcx', '.vmgs', '.vmrs'] : ['.vmcx', '.vmgs']
}

const configurationSize = 96 * 1024
const firmwareSize = 4 * 1024 ** 2 - configurationSize

/** The last file has what is left, which is the memory where there is any. */
function sizesOf({ systemFilesSize }: SimulatedCheckpoint, others: number): readonly number[] {
  if (others === 0) return [systemFilesSize]
  if (others === 1) return [configurationSize, systemFilesSize - configurationSize]
  return [configurationSize, firmwareSize, systemFilesSize - configurationSize - firmwareSize]
}
