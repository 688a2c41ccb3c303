import { activityStatus } from './activities.ts'
import { canMergeDisks, mergedDisks } from './disk-chains.ts'
import { jobType } from './jobs.ts'
import { findVm } from './world.ts'
import type { World } from './world.ts'

/**
 * Starts the merge of what can be merged and does not wait for it: Hyper-V merges in the background, while the
 * machine runs and while other things are done with it.
 */
export function mergeInBackground(world: World, vmId: string): void {
  const vm = findVm(world, vmId)
  if (!canMergeDisks(vm) || world.activities.isShown(vmId, activityStatus.merging)) return
  world.pacing.inBackground(() =>
    world.activities.showing(vmId, activityStatus.merging, () =>
      world.jobs.run({
        vmId,
        type: jobType.merge,
        milliseconds: 15_000,
        finish: () => {
          // What can be merged is asked again at the end: the tree may have changed meanwhile.
          world.machines.change(vmId, mergedDisks(vm) ?? {})
        },
      }),
    ),
  )
}
