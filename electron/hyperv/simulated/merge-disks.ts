import { activityStatus } from './activities.ts'
import { canMergeDisks, mergedDisks } from './disk-chains.ts'
import { jobType } from './jobs.ts'
import type { SimulatedVm } from './simulation.ts'
import { isOnVolume } from './storage.ts'
import { findVm, refuse } from './world.ts'
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
          const merged = mergedDisks(vm)
          if (merged !== null && lacksRoom(world, vm, merged)) throw refuse(world, 'diskFull', vm.name)
          world.machines.change(vmId, merged ?? {})
        },
      }),
    ),
  )
}

/** A file grows while what is merged into it is still there. Only a volume that is strict is ever too full for that. */
function lacksRoom({ storage }: World, vm: SimulatedVm, merged: Disks): boolean {
  const before = sizesOf(vm)
  const volumes = storage.volumes().filter(({ root }) => storage.strictRoots.includes(root))
  return volumes.some(({ root, free }) => {
    const grown = [...sizesOf(merged)].filter(([path]) => isOnVolume(path, root))
    return grown.some(([path, size]) => size - (before.get(path) ?? size) > free)
  })
}

type Disks = Pick<SimulatedVm, 'disks' | 'checkpoints'>

function sizesOf({ disks, checkpoints }: Disks): ReadonlyMap<string, number> {
  const chains = [...disks, ...checkpoints.flatMap((each) => each.disks)].flatMap((disk) => [
    disk,
    ...disk.parents,
  ])
  return new Map(chains.map(({ path, fileSize }) => [path, fileSize]))
}
