import { HostStorage } from '#contract/machine-costs'
import type { SimulatedFile, SimulatedVm, Simulation } from './simulation.ts'
import { volumesOf } from './volumes-of.ts'

/** The volumes that hold files of machines, and what was left behind on them, in the words of the contract. */
export function storageOf(simulation: Simulation): HostStorage {
  const locations = simulation.vms().map(({ snapshotFileLocation }) => snapshotFileLocation)
  const paths = [...simulation.files().map(({ path }) => path), ...locations]
  return HostStorage.parse({ volumes: volumesOf(simulation, paths), leftBehind: leftBehind(simulation) })
}

/** Differencing disks that stand beside the disks of a machine, and that neither it nor any other uses. */
function leftBehind(simulation: Simulation): readonly SimulatedFile[] {
  const used = new Set(simulation.vms().flatMap(diskPaths).map(keyOf))
  const folders = new Set([...used].map(folderOf))
  return simulation
    .files()
    .filter(({ path }) => isDifferencing.test(path) && folders.has(folderOf(keyOf(path))))
    .filter(({ path }) => !used.has(keyOf(path)))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}

const isDifferencing = /\.avhdx?$/i

function diskPaths(vm: SimulatedVm): readonly string[] {
  return [vm.disks, ...vm.checkpoints.map((each) => each.disks)]
    .flat()
    .filter(({ diskNumber }) => diskNumber === null)
    .flatMap((disk) => [disk, ...disk.parents].map(({ path }) => path))
}

function keyOf(path: string): string {
  return path.toLowerCase()
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('\\'))
}
