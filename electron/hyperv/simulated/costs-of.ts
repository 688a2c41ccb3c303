import { VmCosts } from '#contract/machine-costs'
import { checkpointDetailsOf, vmDetailsOf } from './details-of.ts'
import type { SimulatedVm, Simulation } from './simulation.ts'
import { volumesOf } from './volumes-of.ts'

/** Every file of a simulated machine and of its checkpoints, in the words of the contract. */
export function costsOf(vm: SimulatedVm, simulation: Pick<Simulation, 'volumes'>): VmCosts {
  const { vmId, hardware } = vmDetailsOf(vm)
  const checkpoints = vm.checkpoints.map((each) => {
    const { checkpointId, files, hardware: then } = checkpointDetailsOf(vm, each)
    return { checkpointId, files, disks: then.disks }
  })
  const chains = [hardware.disks, ...checkpoints.map(({ disks }) => disks)].flat()
  const files = [...chains.flatMap(({ chain }) => chain), ...checkpoints.flatMap((each) => each.files)]
  const volumes = volumesOf(simulation, [...new Set(files.map(({ path }) => path))])
  return VmCosts.parse({ vmId, disks: hardware.disks, checkpoints, volumes })
}
