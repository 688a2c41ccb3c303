import { alone, findVm } from './world.ts'
import type { World } from './world.ts'

/** The guest gets to see the service; whether it answers is up to the guest. */
export async function enableBackupService(world: World, vmId: string): Promise<void> {
  const vm = findVm(world, vmId)
  world.faults.strike('change-settings', vm.id)
  await alone(world, vm, async () => {
    await world.pacing.wait(300)
    world.machines.change(vm.id, { vss: { ...vm.vss, enabled: true } })
  })
}
