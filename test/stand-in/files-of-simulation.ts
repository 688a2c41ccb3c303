import { checkpointFiles } from '../../electron/hyperv/simulated/checkpoint-files.ts'
import type { SimulatedDisk, SimulatedVm, Simulation } from '../../electron/hyperv/simulated/simulation.ts'

/** What Get-VHD finds at a path. */
interface DiskFile {
  readonly path: string
  readonly fileSize: number
  readonly size: number
  readonly parentPath: string | null
}

/** A file of any disk; null where there is none, or it can't be opened. */
export function diskFileAt(simulation: Simulation, path: string): DiskFile | null {
  for (const disk of simulation.vms().flatMap(disksOf)) {
    const chain = [disk, ...disk.parents]
    const at = chain.findIndex((file) => isSame(file.path, path))
    const file = chain[at]
    if (file === undefined) continue
    const parent = chain[at + 1]
    if (parent === undefined && !disk.isBaseReadable) return null
    return { path, fileSize: file.fileSize, size: disk.size, parentPath: parent?.path ?? null }
  }
  return null
}

/** What Get-Item finds at a path. */
export function checkpointFileAt(simulation: Simulation, path: string): { readonly length: number } | null {
  const files = simulation.vms().flatMap((vm) => vm.checkpoints.flatMap((each) => checkpointFiles(vm, each)))
  const size = files.find((file) => isSame(file.path, path))?.size ?? null
  return size === null ? null : { length: size }
}

function disksOf(vm: SimulatedVm): readonly SimulatedDisk[] {
  return [vm.disks, ...vm.checkpoints.map((each) => each.disks)].flat().filter(isFile)
}

function isFile({ diskNumber }: SimulatedDisk): boolean {
  return diskNumber === null
}

/** Windows takes no notice of the case of letters. */
function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
