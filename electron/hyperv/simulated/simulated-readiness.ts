import type { VmCosts } from '#contract/machine-costs'
import type { BackupService, Readiness } from '#contract/readiness'
import type { HyperVHost } from '../../core/ports.ts'
import { checkpointDetailsOf, vmDetailsOf } from './details-of.ts'
import { vmIn } from './simulated-details.ts'
import type { SimulatedVm, Simulation } from './simulation.ts'

/** What decides what a checkpoint will be, and what checkpoints cost. */
export function simulatedReadiness(
  simulation: Simulation,
): Pick<HyperVHost, 'readReadiness' | 'readCosts' | 'readStorage' | 'readLastEvent'> {
  return {
    readReadiness: async (vmId) => Promise.resolve(readinessOf(vmIn(simulation, vmId))),
    readCosts: async (vmId) => Promise.resolve(costsOf(vmIn(simulation, vmId))),
    readStorage: () => Promise.resolve({ volumes: [], leftBehind: [] }),
    readLastEvent: () => Promise.resolve(null),
  }
}

function readinessOf(vm: SimulatedVm): Readiness {
  const { vmId } = vmDetailsOf(vm)
  return {
    vmId,
    backupService: backupServiceOf(vm),
    passThroughDisks: vm.disks.filter(({ diskNumber }) => diskNumber !== null).length,
    sharedDisks: vm.disks.filter(({ isShared }) => isShared).length,
    hasGpuPartition: vm.hasGpuPartition,
    isClustered: vm.isClustered,
    volumes: [],
  }
}

function backupServiceOf({ vss }: SimulatedVm): BackupService {
  if (!vss.enabled) return 'disabled'
  switch (vss.status) {
    case 'Ok':
      return 'ok'
    case 'Degraded':
      return 'degraded'
    case 'NoContact':
      return 'silent'
  }
}

function costsOf(vm: SimulatedVm): VmCosts {
  const { vmId, hardware } = vmDetailsOf(vm)
  const checkpoints = vm.checkpoints.map((each) => {
    const { checkpointId, files, hardware: then } = checkpointDetailsOf(vm, each)
    return { checkpointId, files, disks: then.disks }
  })
  return { vmId, disks: hardware.disks, checkpoints, volumes: [] }
}
