import { activityStatus } from './activities.ts'
import { useRefusal } from './checkpoint-rules.ts'
import { subtreeIds, withoutCheckpoints } from './checkpoint-tree.ts'
import { jobType } from './jobs.ts'
import { mergeInBackground } from './merge-disks.ts'
import type { OnJob, SimulatedVm } from './simulation.ts'
import { alone, findCheckpoint, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** Answers when the checkpoint is gone from the tree; the merge goes on. Nothing of "Now" is lost by either. */
export async function removeCheckpoint(
  world: World,
  vmId: string,
  checkpointId: string,
  withSubtree: boolean,
  onJob?: OnJob,
): Promise<void> {
  const vm = findVm(world, vmId)
  const checkpoint = findCheckpoint(world, vm, checkpointId)
  world.faults.strike('remove', vm.id)
  await alone(world, vm, async () => {
    const ids = withSubtree ? subtreeIds(vm, checkpoint.id) : new Set([checkpoint.id])
    for (const each of vm.checkpoints) {
      const refusal = ids.has(each.id) ? useRefusal(vm, each) : null
      if (refusal !== null) throw refuse(world, refusal, each.name)
    }
    await dropCheckpoints(world, vm, ids, onJob)
  })
}

/** Without asking whether they may be dropped. The caller has the machine for itself. */
export async function dropCheckpoints(
  world: World,
  vm: SimulatedVm,
  ids: ReadonlySet<string>,
  onJob?: OnJob,
): Promise<void> {
  await world.activities.showing(vm.id, activityStatus.deleting, () =>
    world.jobs.run({
      vmId: vm.id,
      type: jobType.delete,
      milliseconds: 1_000,
      onJob,
      finish: () => {
        world.machines.change(vm.id, withoutCheckpoints(vm, ids))
      },
    }),
  )
  mergeInBackground(world, vm.id)
}
