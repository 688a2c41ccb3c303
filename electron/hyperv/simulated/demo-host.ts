import type { Clock, HyperVHost } from '../../core/ports.ts'
import { createSimulation } from './create-simulation.ts'
import { createSimulatedHost } from './host.ts'
import { createLab } from './lab.ts'

/** The built-in host on which everything can be tried: a lab in which things also happen by themselves. `pace` below 1 is faster than life. */
export function createDemoHost(clock: Clock, pace: number): HyperVHost {
  const simulation = createSimulation({ lab: createLab(clock.now()), clock, pace, life: true })
  return createSimulatedHost(simulation, clock)
}
