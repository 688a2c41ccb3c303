import { activityStatus } from './activities.ts'
import { useRefusal } from './checkpoint-rules.ts'
import { jobType } from './jobs.ts'
import type { OnJob, SimulatedCheckpoint } from './simulation.ts'
import { alone, findCheckpoint, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** Writes into a folder named after the machine, which must not be there yet. The machine may run. */
export async function exportCheckpoint(
  world: World,
  vmId: string,
  checkpointId: string,
  folder: string,
  onJob?: OnJob,
): Promise<void> {
  const vm = findVm(world, vmId)
  const checkpoint = findCheckpoint(world, vm, checkpointId)
  world.faults.strike('export', vm.id)
  await alone(world, vm, async () => {
    const refusal = useRefusal(vm, checkpoint)
    if (refusal !== null) throw refuse(world, refusal, checkpoint.name)
    const target = targetIn(world, folder, vm.name)
    await world.activities.showing(vm.id, activityStatus.exporting, () =>
      world.jobs.run({
        vmId: vm.id,
        type: jobType.export,
        milliseconds: exportMilliseconds(checkpoint),
        onJob,
        finish: () => {
          world.faults.strike('export-copied', vm.id)
          for (const each of exportedFolders) world.folders.make(`${target}\\${each}`)
        },
      }),
    )
  })
}

/** Twenty seconds for what most machines have, longer for more, and not so long that nobody waits for it. */
function exportMilliseconds(checkpoint: SimulatedCheckpoint): number {
  const files = checkpoint.disks.flatMap((disk) => [disk, ...disk.parents])
  const gigabytes = files.reduce((sum, file) => sum + file.fileSize, 0) / 1024 ** 3
  return 20_000 * Math.min(5, Math.max(1, gigabytes / 130))
}

const exportedFolders = ['Snapshots', 'Virtual Hard Disks', 'Virtual Machines']

function targetIn(world: World, folder: string, vmName: string): string {
  // A path that starts with a slash is of the system the stand-in module runs on, which checks it and writes there itself.
  const isForeign = folder.startsWith('/')
  const found = world.folders.get(folder)
  if (found === undefined && !isForeign) throw refuse(world, 'folderMissing', folder)
  if (found?.isWritable === false) throw refuse(world, 'folderDenied', folder)
  const target = `${folder.replace(/[\\/]+$/, '')}\\${vmName.replaceAll(/["*/:<>?\\|]/g, '_')}`
  if (world.folders.get(target) !== undefined) throw refuse(world, 'exportExists', target)
  return target
}
