import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import type { SimulatedMachine } from '../support/simulated-machine.ts'

/**
 * One host of many machines, each with a clock of its own: on that machine as much time passes as a request needs, and
 * otherwise it stands still. So what was read of a machine stays true until something is asked of it. The machines may
 * be others each time; what belongs to the whole host is that of `base`.
 */
export function simulationOfMany(base: Simulation, machines: () => readonly SimulatedMachine[]): Simulation {
  const of = (vmId: string): SimulatedMachine | undefined => machines().find((each) => each.vmId === vmId)
  const timed = async <T>(vmId: string, ask: (simulation: Simulation) => Promise<T>): Promise<T> => {
    const machine = of(vmId)
    return machine === undefined ? ask(base) : machine.clock.settle(ask(machine.simulation))
  }
  return {
    ...base,
    vms: () => machines().map(({ vm }) => vm()),
    vm: (vmId) => of(vmId)?.vm(),
    jobs: () => machines().flatMap(({ simulation }) => simulation.jobs()),
    createCheckpoint: (vmId, name) => timed(vmId, (each) => each.createCheckpoint(vmId, name)),
    removeCheckpoint: (vmId, ...which) => timed(vmId, (each) => each.removeCheckpoint(vmId, ...which)),
    changeSettings: (vmId, changes) => timed(vmId, (each) => each.changeSettings(vmId, changes)),
    changePower: (vmId, action) => timed(vmId, (each) => each.changePower(vmId, action)),
  }
}
