import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import type { SimulationOptions } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createFaults } from '../../electron/hyperv/simulated/faults.ts'
import type { Faults } from '../../electron/hyperv/simulated/faults.ts'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { SimulatedError } from '../../electron/hyperv/simulated/simulation.ts'
import type { SimulatedVm, Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { createManualClock } from './manual-clock.ts'
import type { ManualClock } from './manual-clock.ts'

/** A simulated host with one machine, and time in the hands of the test. */
export interface SimulatedMachine {
  readonly simulation: Simulation
  readonly clock: ManualClock
  readonly faults: Faults
  readonly vmId: string
  readonly vm: () => SimulatedVm
  /** Takes a checkpoint of that name, and answers its Id when it is there. */
  readonly take: (name: string) => Promise<string>
  /** Lets so much time pass as the request needs, and answers how it ended: `done`, or error id and category. */
  readonly end: (request: Promise<unknown>) => Promise<string>
}

export function openSimulatedMachine(
  machine: Partial<LabMachine> = {},
  options: Partial<SimulationOptions> = {},
): SimulatedMachine {
  const clock = createManualClock()
  const faults = createFaults()
  const vmId = machine.id ?? '5a7e00aa-1c0d-4e5a-9b03-00000000d001'
  const only = labMachine({ id: vmId, name: 'ONE', state: 'Running', ...machine }, clock.now())
  const simulation = createSimulation({ lab: [only], clock, faults, ...options })
  return {
    simulation,
    clock,
    faults,
    vmId,
    vm: () => existing(simulation, vmId),
    take: (name) => clock.settle(simulation.createCheckpoint(vmId, name)),
    end: (request) => clock.settle(endOf(request)),
  }
}

function existing(simulation: Simulation, vmId: string): SimulatedVm {
  const vm = simulation.vm(vmId)
  if (vm === undefined) throw new Error(`There is no machine ${vmId}.`)
  return vm
}

async function endOf(request: Promise<unknown>): Promise<string> {
  try {
    await request
    return 'done'
  } catch (error) {
    if (error instanceof SimulatedError) return `${error.errorId}/${error.category}`
    throw error
  }
}
