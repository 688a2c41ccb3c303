import { activityStatus } from './activities.ts'
import { isAtRest, isReplica } from './checkpoint-rules.ts'
import { takeCheckpoint } from './create-checkpoint.ts'
import { jobType } from './jobs.ts'
import { dropCheckpoints } from './remove-checkpoint.ts'
import { alone, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** Answers when the backup program has its recovery checkpoint; copying goes on, and then the checkpoint goes. */
export async function startBackup(world: World, vmId: string): Promise<void> {
  const vm = findVm(world, vmId)
  const id = await alone(world, vm, () => {
    if (!isAtRest(vm) || isReplica(vm)) throw refuse(world, 'wrongState', vm.name)
    return takeCheckpoint(world, vm, 'backup', false)
  })
  world.pacing.inBackground(async () => {
    await copyData(world, vm.id)
    await endBackup(world, vm.id, id)
  })
}

/** Beside all else: the machine can be worked with meanwhile. */
function copyData(world: World, vmId: string): Promise<void> {
  return world.activities.showing(vmId, activityStatus.backingUp, () =>
    world.jobs.run({ vmId, type: jobType.backup, milliseconds: 20_000, finish: () => undefined }),
  )
}

async function endBackup(world: World, vmId: string, checkpointId: string): Promise<void> {
  while (world.activities.isBusy(vmId)) await world.pacing.wait(500)
  const vm = findVm(world, vmId)
  if (!vm.checkpoints.some((each) => each.id === checkpointId)) return
  await alone(world, vm, () => dropCheckpoints(world, vm, new Set([checkpointId])))
}
