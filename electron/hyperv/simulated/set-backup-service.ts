import type { SimulatedVm } from './simulation.ts'
import { findVm } from './world.ts'
import type { World } from './world.ts'

/** Without asking: what the guest does, nobody asks for. */
export function setBackupService(world: World, vmId: string, changes: Partial<SimulatedVm['vss']>): void {
  const vm = findVm(world, vmId)
  world.machines.change(vm.id, { vss: { ...vm.vss, ...changes } })
}
