import { costlyMachines } from './lab-costly-machines.ts'
import { everydayMachines } from './lab-everyday-machines.ts'
import { labMachine } from './lab-machine.ts'
import { specialMachines } from './lab-special-machines.ts'
import type { SimulatedVm } from './simulation.ts'

/**
 * A lab as one might find it: machines in every state, trees with branches, and a few things that went wrong. All
 * moments are relative to `now`.
 */
export function createLab(now: number): readonly SimulatedVm[] {
  return [...everydayMachines, ...specialMachines, ...costlyMachines].map((machine) =>
    labMachine(machine, now),
  )
}
