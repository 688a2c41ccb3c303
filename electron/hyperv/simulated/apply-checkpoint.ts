import { activityStatus } from './activities.ts'
import { isAtRest, useRefusal } from './checkpoint-rules.ts'
import { withApplied } from './checkpoint-tree.ts'
import { jobType } from './jobs.ts'
import { mergeInBackground } from './merge-disks.ts'
import { startFromSavedState, saveState } from './power-transition.ts'
import type { OnJob, SimulatedCheckpoint, SimulatedVm } from './simulation.ts'
import { alone, findCheckpoint, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** A machine that ran runs again afterwards where the checkpoint holds its memory, and where applying failed. */
export async function applyCheckpoint(
  world: World,
  vmId: string,
  checkpointId: string,
  onJob?: OnJob,
): Promise<void> {
  const vm = findVm(world, vmId)
  const checkpoint = findCheckpoint(world, vm, checkpointId)
  world.faults.strike('apply', vm.id)
  await alone(world, vm, async () => {
    const refusal = isAtRest(vm) ? useRefusal(vm, checkpoint) : 'wrongState'
    if (refusal !== null) throw refuse(world, refusal, vm.name)
    const wasRunning = vm.state === 'Running'
    if (wasRunning || vm.state === 'Paused') await saveState(world, vm.id)
    try {
      await applySaved(world, vm, checkpoint, onJob)
    } finally {
      if (wasRunning && stateOf(world, vm.id) === 'Saved') await startFromSavedState(world, vm.id)
    }
    mergeInBackground(world, vm.id)
  })
}

function applySaved(
  world: World,
  vm: SimulatedVm,
  checkpoint: SimulatedCheckpoint,
  onJob?: OnJob,
): Promise<void> {
  world.faults.strike('apply-saved', vm.id)
  return world.activities.showing(vm.id, activityStatus.applying, () =>
    world.jobs.run({
      vmId: vm.id,
      type: jobType.apply,
      milliseconds: 2_500,
      onJob,
      finish: () => {
        world.machines.change(vm.id, {
          ...withApplied(vm, checkpoint, world.random.guid),
          state: checkpoint.isSaved ? 'Saved' : 'Off',
        })
      },
    }),
  )
}

/** Asked anew, because a machine is another after each wait. */
function stateOf(world: World, vmId: string): SimulatedVm['state'] {
  return findVm(world, vmId).state
}
