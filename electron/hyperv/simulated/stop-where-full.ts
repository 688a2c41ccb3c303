import { mergeInBackground } from './merge-disks.ts'
import type { SimulatedVm } from './simulation.ts'
import { isOnVolume } from './storage.ts'
import type { World } from './world.ts'

/**
 * On a volume that is strict, a machine that has no room left to write is paused, and called critical until there is
 * room again. That it goes on then has to be asked for; its disks are merged all the same.
 */
export function stopWhereFull(world: World): void {
  const { storage, machines } = world
  if (storage.strictRoots.length === 0) return
  const strict = storage.volumes().filter(({ root }) => storage.strictRoots.includes(root))
  for (const vm of machines.all()) {
    const written = strict.filter(({ root }) => writesTo(vm, root))
    const hasRoom = written.every(({ free }) => free > 0)
    if (!hasRoom && vm.state === 'Running') machines.change(vm.id, stopped)
    else if (hasRoom && vm.isCritical && written.length > 0) {
      machines.change(vm.id, atRest)
      mergeInBackground(world, vm.id)
    }
  }
}

/** 32795 is WMI's number of an error of input or output that keeps a machine from going on. */
const stopped = { state: 'Paused', cpuUsage: 0, isCritical: true, operationalStatus: [2, 32795] } as const
const atRest = { isCritical: false, operationalStatus: [2] } as const

function writesTo({ disks }: SimulatedVm, root: string): boolean {
  return disks.some(({ diskNumber, path }) => diskNumber === null && isOnVolume(path, root))
}
