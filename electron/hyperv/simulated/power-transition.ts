import type { VmState } from '#contract/model'
import type { VmChanges } from './machines.ts'
import { findVm } from './world.ts'
import type { World } from './world.ts'

interface Transition {
  readonly via: VmState
  readonly to: VmState
  readonly milliseconds: number
}

/** Goes through a state of passage, as Hyper-V does. The caller has the machine for itself. */
export async function passThrough(world: World, vmId: string, transition: Transition): Promise<void> {
  world.machines.change(vmId, { state: transition.via })
  await world.pacing.wait(transition.milliseconds)
  world.machines.change(vmId, { state: transition.to, ...loadIn(world, vmId, transition) })
}

export function saveState(world: World, vmId: string): Promise<void> {
  return passThrough(world, vmId, { via: 'Saving', to: 'Saved', milliseconds: 2_000 })
}

export function startFromSavedState(world: World, vmId: string): Promise<void> {
  return passThrough(world, vmId, { via: 'Starting', to: 'Running', milliseconds: 1_500 })
}

function loadIn(world: World, vmId: string, { via, to }: Transition): VmChanges {
  if (to === 'Off' || to === 'Saved') return { cpuUsage: 0, memoryAssigned: 0, memoryDemand: 0, uptime: 0 }
  if (to === 'Paused') return { cpuUsage: 0 }
  if (via !== 'Starting') return {}
  const { memoryStartup } = findVm(world, vmId)
  const memoryDemand = Math.round(memoryStartup * 0.8)
  return { cpuUsage: 12, memoryAssigned: memoryStartup, memoryDemand, uptime: 0 }
}
