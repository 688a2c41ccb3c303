import type { SimulatedCheckpoint, SimulatedVm } from './simulation.ts'

/** A file that Hyper-V writes for a checkpoint beside those of its disks; the size is null where it is gone. */
export interface CheckpointFile {
  readonly path: string
  readonly size: number | null
}

/** Configuration, what the firmware keeps, and memory where there is any. Together they have `systemFilesSize`. */
export function checkpointFiles(vm: SimulatedVm, checkpoint: SimulatedCheckpoint): readonly CheckpointFile[] {
  const id = checkpoint.id.toUpperCase()
  const path = `${vm.snapshotFileLocation}\\Snapshots\\${id}`
  const [configuration, ...more] = endingsOf(vm, checkpoint, id)
  // Nobody knows what else there was.
  if (checkpoint.type === 'Missing') return [{ path: `${path}${configuration}`, size: null }]
  const sizes = sizesOf(checkpoint, more.length)
  return [configuration, ...more].map((ending, index) => ({
    path: `${path}${ending}`,
    size: sizes[index] ?? 0,
  }))
}

/** Older configuration versions have other files, and their memory in a folder of its own. */
function endingsOf(
  { version }: SimulatedVm,
  { isSaved }: SimulatedCheckpoint,
  id: string,
): readonly [string, ...string[]] {
  const major = Number.parseInt(version, 10)
  if (major < 6) return isSaved ? ['.xml', `\\${id}.bin`, `\\${id}.vsv`] : ['.xml']
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
