import { setBackupService } from './set-backup-service.ts'
import { alone, findVm } from './world.ts'
import type { World } from './world.ts'

/** The guest gets to see the service; whether it answers is up to the guest. */
export async function enableBackupService(world: World, vmId: string): Promise<void> {
  const vm = findVm(world, vmId)
  world.faults.strike('enable-backup-service', vm.id)
  await alone(world, vm, async () => {
    await world.pacing.wait(300)
    setBackupService(world, vm.id, { enabled: true })
  })
}
