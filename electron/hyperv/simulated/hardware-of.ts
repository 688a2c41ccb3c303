import type { SimulatedHardware } from './simulation.ts'

/** What a machine is made of, apart from all else that is known of it. */
export function hardwareOf(vm: SimulatedHardware): SimulatedHardware {
  const { processors, memoryStartup, isMemoryDynamic, memoryMinimum, memoryMaximum, networkAdapters } = vm
  return { processors, memoryStartup, isMemoryDynamic, memoryMinimum, memoryMaximum, networkAdapters }
}
