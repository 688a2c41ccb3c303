import type { PowerAction } from '#contract/eligibility'
import type { VmState } from '#contract/model'
import { isReplica } from './checkpoint-rules.ts'
import { takeCheckpoint } from './create-checkpoint.ts'
import { passThrough, saveState, startFromSavedState } from './power-transition.ts'
import { dropCheckpoints } from './remove-checkpoint.ts'
import type { SimulatedVm } from './simulation.ts'
import { alone, findVm, refuse } from './world.ts'
import type { World } from './world.ts'

/** Does nothing where the state asked for is there already: Hyper-V only warns then. */
export async function changePower(world: World, vmId: string, action: PowerAction): Promise<void> {
  const vm = findVm(world, vmId)
  world.faults.strike('change-power', vm.id)
  await alone(world, vm, async () => {
    const { from, to } = transitions[action]
    if (vm.state === to) return
    if (!from.includes(vm.state) || isReplica(vm)) throw refuse(world, 'wrongState', vm.name)
    await carryOut(world, vm, action)
  })
}

const transitions: Readonly<
  Record<PowerAction, { readonly from: readonly VmState[]; readonly to: VmState }>
> = {
  start: { from: ['Off', 'Saved', 'Paused', 'Hibernated'], to: 'Running' },
  'shut-down': { from: ['Running'], to: 'Off' },
  'turn-off': { from: ['Running', 'Paused', 'Saved'], to: 'Off' },
  save: { from: ['Running', 'Paused'], to: 'Saved' },
  pause: { from: ['Running'], to: 'Paused' },
  resume: { from: ['Paused'], to: 'Running' },
}

function carryOut(world: World, vm: SimulatedVm, action: PowerAction): Promise<void> {
  switch (action) {
    case 'start':
      return start(world, vm)
    case 'shut-down':
      return shutDown(world, vm)
    case 'turn-off':
      return passThrough(world, vm.id, { via: 'Stopping', to: 'Off', milliseconds: 500 })
    case 'save':
      return saveState(world, vm.id)
    case 'pause':
      return passThrough(world, vm.id, { via: 'Pausing', to: 'Paused', milliseconds: 500 })
    case 'resume':
      return resume(world, vm.id)
  }
}

function start(world: World, vm: SimulatedVm): Promise<void> {
  if (vm.state === 'Paused') return resume(world, vm.id)
  return vm.state === 'Saved' ? startFromSavedState(world, vm.id) : coldStart(world, vm)
}

/**
 * An automatic checkpoint is taken on a start where there is none of any kind. A GPU partition lets it fail, and the
 * start with it.
 */
async function coldStart(world: World, vm: SimulatedVm): Promise<void> {
  if (vm.automaticCheckpoints && vm.checkpointType !== 'Disabled' && vm.checkpoints.length === 0) {
    if (vm.hasGpuPartition) throw refuse(world, 'gpuPartition', vm.name)
    await takeCheckpoint(world, vm, 'automatic', false)
  }
  await passThrough(world, vm.id, { via: 'Starting', to: 'Running', milliseconds: 2_500 })
}

/** What an automatic checkpoint is for is over once the guest has ended well. */
async function shutDown(world: World, vm: SimulatedVm): Promise<void> {
  await passThrough(world, vm.id, { via: 'Stopping', to: 'Off', milliseconds: 3_000 })
  const automatic = vm.checkpoints.filter((each) => each.isAutomatic).map((each) => each.id)
  if (automatic.length > 0) await dropCheckpoints(world, vm, new Set(automatic))
}

function resume(world: World, vmId: string): Promise<void> {
  return passThrough(world, vmId, { via: 'Resuming', to: 'Running', milliseconds: 500 })
}
