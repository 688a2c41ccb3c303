import type { AppError } from '#contract/errors'
import { Thumbnail } from '#contract/machine-details'
import type { HyperVHost } from '../../core/ports.ts'
import { appErrorOf } from '../failures.ts'
import { checkpointDetailsOf, vmDetailsOf } from './details-of.ts'
import { screenOf, screenSize } from './screen-of.ts'
import type { SimulatedCheckpoint, SimulatedVm, Simulation } from './simulation.ts'

/** What a host tells of one machine or checkpoint when somebody looks at it. */
export function simulatedDetails(
  simulation: Simulation,
): Pick<HyperVHost, 'readVmDetails' | 'readCheckpointDetails' | 'readThumbnail'> {
  return {
    readVmDetails: async (vmId) => Promise.resolve(vmDetailsOf(vmIn(simulation, vmId))),
    readCheckpointDetails: async ({ vmId, checkpointId }) => {
      const vm = vmIn(simulation, vmId)
      return Promise.resolve(checkpointDetailsOf(vm, checkpointIn(vm, checkpointId)))
    },
    readThumbnail: async (vmId, checkpointId) => {
      const vm = vmIn(simulation, vmId)
      const pixels = screenOf(vm, checkpointId === null ? null : checkpointIn(vm, checkpointId))
      if (pixels === null) return Promise.resolve(null)
      const thumbnail = { ...screenSize, pixels: Buffer.from(pixels).toString('base64') }
      return Promise.resolve(Thumbnail.parse(thumbnail))
    },
  }
}

export function vmIn(simulation: Simulation, vmId: string): SimulatedVm {
  return simulation.vm(vmId) ?? refuse('SavepointVmNotFound')
}

function checkpointIn(vm: SimulatedVm, checkpointId: string): SimulatedCheckpoint {
  return vm.checkpoints.find((each) => each.id === checkpointId) ?? refuse('SavepointCheckpointNotFound')
}

function refuse(errorId: string): never {
  const error: AppError = appErrorOf({ errorId, category: 'ObjectNotFound', message: '', service: null })
  throw error
}
