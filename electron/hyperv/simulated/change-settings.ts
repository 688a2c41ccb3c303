import type { VmChanges } from './machines.ts'
import type { SimulatedSettings, SimulatedVm } from './simulation.ts'
import { alone, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** Only what is named is changed, and nothing where one of it is refused. */
export async function changeSettings(world: World, vmId: string, changes: SimulatedSettings): Promise<void> {
  const vm = findVm(world, vmId)
  world.faults.strike('change-settings', vm.id)
  await alone(world, vm, async () => {
    const { snapshotFileLocation } = changes
    const movesFiles = snapshotFileLocation !== undefined && snapshotFileLocation !== vm.snapshotFileLocation
    if (movesFiles && vm.checkpoints.length > 0) throw refuse(world, 'locationInUse', vm.name)
    await world.pacing.wait(300)
    world.machines.change(vm.id, named(vm, changes))
    world.faults.strike('settings-changed', vm.id)
  })
}

function named(vm: SimulatedVm, changes: SimulatedSettings): VmChanges {
  return {
    checkpointType: changes.checkpointType ?? vm.checkpointType,
    automaticCheckpoints: changes.automaticCheckpoints ?? vm.automaticCheckpoints,
    snapshotFileLocation: changes.snapshotFileLocation ?? vm.snapshotFileLocation,
    notes: changes.notes ?? vm.notes,
  }
}
