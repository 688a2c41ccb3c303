import { Readiness } from '#contract/readiness'
import type { BackupService } from '#contract/readiness'
import type { SimulatedVm, Simulation } from './simulation.ts'
import { volumesOf } from './volumes-of.ts'

/** What decides what a checkpoint of a simulated machine will be, in the words of the contract. */
export function readinessOf(vm: SimulatedVm, simulation: Pick<Simulation, 'volumes'>): Readiness {
  const files = vm.disks.filter(({ diskNumber }) => diskNumber === null).map(({ path }) => path)
  return Readiness.parse({
    vmId: vm.id,
    backupService: backupServiceOf(vm),
    passThroughDisks: vm.disks.length - files.length,
    sharedDisks: vm.disks.filter(({ isShared }) => isShared).length,
    hasGpuPartition: vm.hasGpuPartition,
    isClustered: vm.isClustered,
    volumes: volumesOf(simulation, [...files, vm.snapshotFileLocation]),
  })
}

/** A guest that does not run says nothing. */
function backupServiceOf({ vss, state }: SimulatedVm): BackupService {
  if (!vss.enabled) return 'disabled'
  return state === 'Running' ? services[vss.status] : 'unknown'
}

const services: Readonly<Record<SimulatedVm['vss']['status'], BackupService>> = {
  Ok: 'ok',
  Degraded: 'degraded',
  NoContact: 'silent',
}
