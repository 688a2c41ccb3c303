import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'

/** As many machines as Hyper-V allows on a host, each with as many checkpoints as it allows on a machine. */
export function labAtSize(now: number): readonly SimulatedVm[] {
  return Array.from({ length: mostVms }, (_, index) => {
    const number = String(index + 1)
    return labMachine({ id: idOf(index), name: `Machine ${number}`, state: 'Off', past }, now)
  })
}

export const mostVms = 1_024
export const mostCheckpoints = 50

const past = Array.from({ length: mostCheckpoints }, (_, index) => ({
  take: `Number ${String(index + 1)}`,
  ago: (mostCheckpoints - index) * 60_000,
  grew: 0.1,
}))

function idOf(index: number): string {
  return `5a7e00fd-1c0d-4e5a-9b02-${index.toString(16).padStart(12, '0')}`
}
