import { checkpointFiles } from './checkpoint-files.ts'
import type { SimulatedDisk, SimulatedFile, SimulatedVm, SimulatedVolume } from './simulation.ts'

/** The volumes of the simulated host, and what is on them. Nothing is counted before somebody asks. */
export interface Storage {
  readonly files: () => readonly SimulatedFile[]
  readonly volumes: () => readonly SimulatedVolume[]
  /** Those where a machine that goes on writing is stopped once nothing is free any more. */
  readonly strictRoots: readonly string[]
}

export interface StorageOptions {
  readonly volumes: readonly HostVolume[]
  /** Files that no machine and no checkpoint uses. */
  readonly leftBehind: readonly SimulatedFile[]
}

export interface HostVolume {
  readonly root: string
  /** Bytes. */
  readonly size: number
  /** Bytes of what has nothing to do with virtual machines. */
  readonly others: number
  /** Left out: it never gets so full that a machine is stopped, however much is on it. */
  readonly isStrict?: boolean
}

export function createStorage(options: StorageOptions, vms: () => readonly SimulatedVm[]): Storage {
  const files = (): readonly SimulatedFile[] => filesOf(vms(), options.leftBehind)
  return {
    files,
    volumes: () => {
      const all = files()
      return options.volumes.map(({ root, size, others }) => ({
        root,
        size,
        free: Math.max(0, size - others - takenOn(root, all)),
      }))
    },
    strictRoots: options.volumes.filter(({ isStrict }) => isStrict === true).map(({ root }) => root),
  }
}

/** Windows takes no notice of the case of letters. */
export function isOnVolume(path: string, root: string): boolean {
  return path.slice(0, root.length).toLowerCase() === root.toLowerCase()
}

function takenOn(root: string, files: readonly SimulatedFile[]): number {
  return files.reduce((sum, { path, size }) => (isOnVolume(path, root) ? sum + size : sum), 0)
}

function filesOf(
  vms: readonly SimulatedVm[],
  leftBehind: readonly SimulatedFile[],
): readonly SimulatedFile[] {
  const found = new Map<string, SimulatedFile>()
  const add = (file: SimulatedFile): boolean => {
    const key = file.path.toLowerCase()
    const isNew = !found.has(key)
    if (isNew) found.set(key, file)
    return isNew
  }
  for (const vm of vms) {
    for (const disk of [vm.disks, ...vm.checkpoints.map((each) => each.disks)].flat()) addChain(disk, add)
    for (const each of vm.checkpoints) {
      for (const { path, size } of checkpointFiles(vm, each)) if (size !== null) add({ path, size })
    }
    const memory = savedState(vm)
    if (memory !== null) add(memory)
  }
  for (const file of leftBehind) add(file)
  return [...found.values()]
}

/** Of a file that was met before, all above it was met as well. */
function addChain(disk: SimulatedDisk, add: (file: SimulatedFile) => boolean): void {
  if (disk.diskNumber !== null) return
  for (const { path, fileSize } of [disk, ...disk.parents]) if (!add({ path, size: fileSize })) return
}

/** What a saved machine keeps its memory in. */
function savedState(vm: SimulatedVm): SimulatedFile | null {
  if (vm.state !== 'Saved') return null
  const path = `${vm.configurationFolder}\\Virtual Machines\\${vm.id.toUpperCase()}.vmrs`
  return { path, size: vm.memoryStartup }
}
