import { startBackup } from './start-backup.ts'
import { mergeInBackground } from './merge-disks.ts'
import type { VmChanges } from './machines.ts'
import type { Random } from './random.ts'
import type { SimulatedVm } from './simulation.ts'
import type { World } from './world.ts'

/** What happens by itself: time runs, processors wander, disks grow, merges are taken up, a backup comes by. */
export function startLife(world: World): void {
  for (const vm of world.machines.all()) mergeInBackground(world, vm.id)
  world.pacing.every(tickMilliseconds, () => {
    for (const vm of world.machines.all()) {
      if (vm.state === 'Running') world.machines.change(vm.id, livedOn(vm, world.random))
    }
  })
  world.pacing.every(backupMilliseconds, () => {
    const vm = anyToBackUp(world)
    if (vm !== undefined) world.pacing.inBackground(() => startBackup(world, vm.id))
  })
}

const tickMilliseconds = 2_000
const backupMilliseconds = 4 * 60_000

function livedOn(vm: SimulatedVm, random: Random): VmChanges {
  const wandered = vm.cpuUsage + Math.round((random.next() - 0.5) * 6)
  return {
    uptime: vm.uptime + tickMilliseconds,
    cpuUsage: Math.max(0, Math.min(97, wandered)),
    disks: vm.disks.map((disk) => ({
      ...disk,
      fileSize: Math.min(disk.size, disk.fileSize + growth(random)),
    })),
  }
}

/** Bytes. */
function growth(random: Random): number {
  return Math.floor(random.next() * 512) * 4096
}

/** Backups are made of what answers for its data and has nothing else to do. */
function anyToBackUp({ machines, activities, random }: World): SimulatedVm | undefined {
  const candidates = machines
    .all()
    .filter((vm) => vm.state === 'Running' && vm.vss.enabled && !vm.isCritical && !activities.isBusy(vm.id))
    .filter((vm) => vm.checkpointType !== 'Disabled' && vm.checkpoints.length < 40)
  return candidates[Math.floor(random.next() * candidates.length)]
}
