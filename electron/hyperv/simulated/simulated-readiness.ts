import type { HyperVHost } from '../../core/ports.ts'
import { costsOf } from './costs-of.ts'
import { readinessOf } from './readiness-of.ts'
import { vmIn } from './simulated-details.ts'
import type { Simulation } from './simulation.ts'
import { storageOf } from './storage-of.ts'

/** What decides what a checkpoint will be, what checkpoints cost, and what the log says of them. */
export function simulatedReadiness(
  simulation: Simulation,
): Pick<HyperVHost, 'readReadiness' | 'readCosts' | 'readStorage' | 'readLastEvent'> {
  return {
    readReadiness: async (vmId) => Promise.resolve(readinessOf(vmIn(simulation, vmId), simulation)),
    readCosts: async (vmId) => Promise.resolve(costsOf(vmIn(simulation, vmId), simulation)),
    readStorage: async () => Promise.resolve(storageOf(simulation)),
    readLastEvent: (vmId, since) => {
      const from = Date.parse(since)
      const of = simulation.events().filter((event) => event.vmId === vmId && event.at >= from)
      return Promise.resolve(of.at(-1)?.message ?? null)
    },
  }
}
