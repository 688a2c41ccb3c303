import type { Clock, HyperVHost } from '../../core/ports.ts'
import { createSimulation } from './create-simulation.ts'
import { createSimulatedHost } from './host.ts'
import { createLab } from './lab.ts'

/** The host that the app runs on where there is no Hyper-V: the lab, alive, and as slow as the real thing. */
export function createDemoHost({
  clock,
  pace,
}: {
  readonly clock: Clock
  readonly pace?: number
}): HyperVHost {
  const lab = createLab(clock.now())
  return createSimulatedHost(createSimulation({ lab, clock, pace, life: true }), clock)
}
