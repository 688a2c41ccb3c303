import { describe, expect, it } from 'vitest'
import type { PowerAction } from '#contract/eligibility'
import type { VmState } from '#contract/model'
import { openSimulatedMachine } from '../support/simulated-machine.ts'

describe('The power of a simulated machine', () => {
  it.each<[VmState, PowerAction, readonly VmState[]]>([
    ['Off', 'start', ['Starting', 'Running']],
    ['Saved', 'start', ['Starting', 'Running']],
    ['Paused', 'start', ['Resuming', 'Running']],
    ['Running', 'shut-down', ['Stopping', 'Off']],
    ['Running', 'turn-off', ['Stopping', 'Off']],
    ['Saved', 'turn-off', ['Stopping', 'Off']],
    ['Running', 'save', ['Saving', 'Saved']],
    ['Paused', 'save', ['Saving', 'Saved']],
    ['Running', 'pause', ['Pausing', 'Paused']],
    ['Paused', 'resume', ['Resuming', 'Running']],
  ])('from %s by “%s” goes through %o', async (state, action, expected) => {
    const { simulation, vmId, vm, end } = openSimulatedMachine({ state })
    const states = new Set<VmState>()
    simulation.onChange(() => states.add(vm().state))
    expect([await end(simulation.changePower(vmId, action)), [...states]]).toEqual(['done', expected])
  })

  it.each<[VmState, PowerAction]>([
    ['Off', 'pause'],
    ['Off', 'save'],
    ['Off', 'resume'],
    ['Saved', 'shut-down'],
    ['Saved', 'pause'],
    ['Paused', 'shut-down'],
    ['Saving', 'start'],
  ])('of a machine that is %s can’t be changed by “%s”', async (state, action) => {
    const { simulation, vmId, vm, end } = openSimulatedMachine({ state })
    expect([await end(simulation.changePower(vmId, action)), vm().state]).toEqual([
      'InvalidState/InvalidOperation',
      state,
    ])
  })

  it.each<[VmState, PowerAction]>([
    ['Running', 'start'],
    ['Off', 'turn-off'],
    ['Saved', 'save'],
  ])('of a machine that is %s already is left alone by “%s”', async (state, action) => {
    const { simulation, clock, vmId, vm, end } = openSimulatedMachine({ state })
    expect([await end(simulation.changePower(vmId, action)), vm().state, clock.monotonic()]).toEqual([
      'done',
      state,
      0,
    ])
  })

  it('takes memory while it is on', async () => {
    const { simulation, vmId, vm, end } = openSimulatedMachine({ state: 'Off' })
    await end(simulation.changePower(vmId, 'start'))
    const started = vm().memoryAssigned
    await end(simulation.changePower(vmId, 'save'))
    expect([started, vm().memoryAssigned]).toEqual([vm().memoryStartup, 0])
  })
})

describe('Automatic checkpoints', () => {
  it('come with a start, go with a clean end, and the disks are merged', async () => {
    const { simulation, clock, vmId, vm, end } = openSimulatedMachine({
      state: 'Off',
      automaticCheckpoints: true,
    })
    await end(simulation.changePower(vmId, 'start'))
    expect(vm().checkpoints).toMatchObject([
      { name: expect.stringMatching(/^Automatic Checkpoint - ONE - \(/) as unknown, isAutomatic: true },
    ])
    await end(simulation.changePower(vmId, 'shut-down'))
    await clock.advance(15_000)
    expect([vm().checkpoints, vm().parentCheckpointId, vm().disks[0]?.parents]).toEqual([[], null, []])
  })

  it('stay where the machine is turned off instead', async () => {
    const { simulation, vmId, vm, end } = openSimulatedMachine({ state: 'Off', automaticCheckpoints: true })
    await end(simulation.changePower(vmId, 'start'))
    await end(simulation.changePower(vmId, 'turn-off'))
    expect(vm().checkpoints).toHaveLength(1)
  })

  it.each<[string, Parameters<typeof openSimulatedMachine>[0]]>([
    ['it is saved', { state: 'Saved' }],
    ['checkpoints are disabled', { state: 'Off', checkpointType: 'Disabled' }],
    ['they are not wanted', { state: 'Off', automaticCheckpoints: false }],
  ])('do not come where %s', async (_, machine) => {
    const { simulation, vmId, vm, end } = openSimulatedMachine({ automaticCheckpoints: true, ...machine })
    expect([await end(simulation.changePower(vmId, 'start')), vm().checkpoints, vm().state]).toEqual([
      'done',
      [],
      'Running',
    ])
  })

  it('let the start fail where a GPU partition is assigned', async () => {
    const machine = { state: 'Off', automaticCheckpoints: true, hasGpuPartition: true } as const
    const { simulation, vmId, vm, end } = openSimulatedMachine(machine)
    expect([await end(simulation.changePower(vmId, 'start')), vm().state]).toEqual([
      'OperationFailed/NotSpecified',
      'Off',
    ])
  })
})
