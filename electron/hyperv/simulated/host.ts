import { AppError } from '#contract/errors'
import type { Clock, HyperVHost } from '../../core/ports.ts'
import { asAppError } from './as-app-error.ts'
import { simulatedCheckpoints } from './simulated-checkpoints.ts'
import { simulatedDetails } from './simulated-details.ts'
import { simulatedReadiness } from './simulated-readiness.ts'
import { simulatedFolders } from './simulated-folders.ts'
import { SimulatedError, type Simulation } from './simulation.ts'
import { vmOf } from './vm-of.ts'
import { watchSimulation } from './watch-simulation.ts'

/** The simulation as a host. Closing it stops the simulation. */
export function createSimulatedHost(simulation: Simulation, clock: Clock): HyperVHost {
  return {
    kind: 'demo',
    pathStyle: 'windows',
    connect: () => Promise.resolve({ name: simulation.hostName, description: 'Demo host' }),
    ...simulatedReading(simulation, clock),
    ...simulatedDetails(simulation),
    ...simulatedReadiness(simulation),
    ...simulatedFolders(simulation),
    ...simulatedCheckpoints(simulation),
    changeCheckpointPolicy: (vmId, { type, automatic, location }, expectedType) =>
      asAppError(simulation, { vmId }, () => {
        requireType(simulation, vmId, expectedType)
        return simulation.changeSettings(vmId, {
          checkpointType: type,
          automaticCheckpoints: automatic,
          snapshotFileLocation: location,
        })
      }),
    enableBackupService: (vmId) =>
      asAppError(simulation, { vmId }, () => simulation.enableBackupService(vmId)),
    changePower: (vmId, action) =>
      asAppError(simulation, { vmId }, () => simulation.changePower(vmId, action)),
    cancelJob: (vmId, jobId) => asAppError(simulation, { vmId }, () => simulation.cancelJob(jobId)),
    openConsole: () =>
      Promise.reject(
        new AppError('not-allowed', 'The demo host’s machines have no screen that could be opened.'),
      ),
    close: () => {
      simulation.stop()
      return Promise.resolve()
    },
  }
}

function requireType(simulation: Simulation, vmId: string, expected: string | undefined): void {
  const vm = simulation.vm(vmId)
  if (vm === undefined || expected === undefined || vm.checkpointType === expected) return
  throw new SimulatedError('SavepointChangedMeanwhile', 'InvalidOperation', '')
}

function simulatedReading(
  simulation: Simulation,
  clock: Clock,
): Pick<HyperVHost, 'readAll' | 'readVm' | 'watch'> {
  return {
    readAll: () => Promise.resolve({ vms: simulation.vms().map((vm) => vmOf(vm, simulation)), unread: [] }),
    readVm: (vmId) => {
      const vm = simulation.vm(vmId)
      return Promise.resolve(vm === undefined ? null : vmOf(vm, simulation))
    },
    watch: (onHint) => watchSimulation(simulation, clock, onHint),
  }
}
