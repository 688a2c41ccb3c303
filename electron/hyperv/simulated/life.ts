import type { VmChanges } from './machines.ts'
import { mergeInBackground } from './merge-disks.ts'
import type { Random } from './random.ts'
import { setBackupService } from './set-backup-service.ts'
import type { SimulatedVm } from './simulation.ts'
import { startBackup } from './start-backup.ts'
import { stopWhereFull } from './stop-where-full.ts'
import type { World } from './world.ts'

/** What happens by itself: time runs, processors wander, merges are taken up, a backup comes by, a guest stops to answer. */
export function startLife(world: World): void {
  for (const vm of world.machines.all()) mergeInBackground(world, vm.id)
  world.pacing.every(tickMilliseconds, () => {
    for (const vm of world.machines.all()) {
      if (vm.state === 'Running') world.machines.change(vm.id, livedOn(vm, world.random))
    }
    stopWhereFull(world)
  })
  world.pacing.every(backupMilliseconds, () => {
    const vm = anyToBackUp(world)
    if (vm !== undefined) world.pacing.inBackground(() => startBackup(world, vm.id))
  })
  world.pacing.every(serviceMilliseconds, () => {
    for (const vm of world.machines.all()) if (vm.isBackupServiceFlaky) switchAnswering(world, vm)
  })
}

const tickMilliseconds = 2_000
const backupMilliseconds = 4 * 60_000
const serviceMilliseconds = 2.5 * 60_000

function livedOn(vm: SimulatedVm, random: Random): VmChanges {
  // It wanders, and is drawn back to a little above idle.
  const wandered = Math.round(vm.cpuUsage + (random.next() - 0.5) * 6 - (vm.cpuUsage - 5) * 0.08)
  return {
    uptime: vm.uptime + tickMilliseconds,
    cpuUsage: Math.max(0, Math.min(97, wandered)),
  }
}

function switchAnswering(world: World, { id, vss }: SimulatedVm): void {
  setBackupService(world, id, { status: vss.status === 'NoContact' ? 'Ok' : 'NoContact' })
}

/** Backups are set up for servers, not for machines to play with, and come when nothing else is done there. */
function anyToBackUp({ machines, activities, random }: World): SimulatedVm | undefined {
  const candidates = machines
    .all()
    .filter((vm) => vm.state === 'Running' && vm.vss.enabled && !vm.isCritical && !activities.isBusy(vm.id))
    .filter((vm) => !vm.automaticCheckpoints && vm.checkpoints.length < 40)
  return candidates[Math.floor(random.next() * candidates.length)]
}
