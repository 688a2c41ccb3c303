import { isReplica, isValidName } from './checkpoint-rules.ts'
import type { SimulatedCheckpoint } from './simulation.ts'
import { alone, findCheckpoint, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** The same name twice is legal. */
export async function renameCheckpoint(
  world: World,
  vmId: string,
  checkpointId: string,
  name: string,
): Promise<void> {
  const vm = findVm(world, vmId)
  const checkpoint = findCheckpoint(world, vm, checkpointId)
  world.faults.strike('rename', vm.id)
  if (!isValidName(name)) throw refuse(world, 'invalidName', name)
  if (isReplica(vm)) throw refuse(world, 'replica', vm.name)
  await alone(world, vm, () => setCheckpointName(world, vm.id, checkpoint.id, name))
}

export async function setCheckpointNotes(
  world: World,
  vmId: string,
  checkpointId: string,
  notes: string,
): Promise<void> {
  const vm = findVm(world, vmId)
  const checkpoint = findCheckpoint(world, vm, checkpointId)
  world.faults.strike('set-notes', vm.id)
  if (isReplica(vm)) throw refuse(world, 'replica', vm.name)
  await alone(world, vm, () => modify(world, vm.id, checkpoint.id, { notes }))
}

/** Without asking whether it may be. The caller has the machine for itself. */
export function setCheckpointName(
  world: World,
  vmId: string,
  checkpointId: string,
  name: string,
): Promise<void> {
  return modify(world, vmId, checkpointId, { name })
}

async function modify(
  world: World,
  vmId: string,
  checkpointId: string,
  changes: Partial<Pick<SimulatedCheckpoint, 'name' | 'notes'>>,
): Promise<void> {
  await world.pacing.wait(300)
  const vm = findVm(world, vmId)
  const checkpoint = findCheckpoint(world, vm, checkpointId)
  world.machines.change(vm.id, {
    checkpoints: vm.checkpoints.map((each) => (each === checkpoint ? { ...each, ...changes } : each)),
  })
}
