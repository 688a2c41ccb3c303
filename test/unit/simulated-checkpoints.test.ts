import { describe, expect, it } from 'vitest'
import type { CheckpointType, VmState } from '#contract/model'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'

const answering: SimulatedVm['vss'] = { enabled: true, status: 'Ok' }
const silent: SimulatedVm['vss'] = { enabled: true, status: 'NoContact' }

describe('Taking a checkpoint', () => {
  it.each<[VmState, CheckpointType, SimulatedVm['vss'], 'memory' | 'disks' | 'refused']>([
    ['Running', 'Production', answering, 'disks'],
    ['Running', 'Production', { enabled: true, status: 'Degraded' }, 'disks'],
    ['Running', 'Production', silent, 'memory'],
    ['Running', 'Production', { enabled: false, status: 'Ok' }, 'memory'],
    ['Running', 'ProductionOnly', answering, 'disks'],
    ['Running', 'ProductionOnly', silent, 'refused'],
    ['Running', 'Standard', answering, 'memory'],
    ['Off', 'Production', silent, 'disks'],
    ['Off', 'ProductionOnly', silent, 'disks'],
    ['Off', 'Standard', silent, 'disks'],
    ['Saved', 'Production', answering, 'memory'],
    ['Saved', 'ProductionOnly', answering, 'refused'],
    ['Saved', 'Standard', silent, 'memory'],
    ['Paused', 'Production', answering, 'memory'],
    ['Paused', 'ProductionOnly', answering, 'refused'],
    ['Paused', 'Standard', answering, 'memory'],
  ])('of a machine that is %s under %s, backup service %o, gives: %s', async (state, type, vss, kept) => {
    const { simulation, vmId, vm, end } = openSimulatedMachine({ state, checkpointType: type, vss })
    const ended = await end(simulation.createCheckpoint(vmId, null))
    expect({ ended, kept: vm().checkpoints.map((each) => each.isSaved), state: vm().state }).toEqual({
      ended: kept === 'refused' ? 'OperationFailed/NotSpecified' : 'done',
      kept: kept === 'refused' ? [] : [kept === 'memory'],
      state,
    })
  })

  it.each<[string, Parameters<typeof openSimulatedMachine>[0], string]>([
    ['checkpoints are disabled', { checkpointType: 'Disabled' }, 'OperationFailed/NotSpecified'],
    ['it has a GPU partition', { hasGpuPartition: true, state: 'Off' }, 'OperationFailed/NotSpecified'],
    ['it is a replica', { replication: 'Replica', state: 'Off' }, 'InvalidState/InvalidOperation'],
    ['it is critical', { isCritical: true, state: 'Paused' }, 'InvalidState/InvalidOperation'],
    ['it is starting', { state: 'Starting' }, 'InvalidState/InvalidOperation'],
  ])('is refused where %s', async (_, machine, error) => {
    const { simulation, vmId, vm, end } = openSimulatedMachine(machine)
    expect(await end(simulation.createCheckpoint(vmId, null))).toBe(error)
    expect(vm().checkpoints).toEqual([])
  })

  it('is refused the fifty-first time', async () => {
    const { simulation, vmId, vm, end, take } = openSimulatedMachine({ state: 'Off' })
    for (let number = 1; number <= 50; number += 1) await take(String(number))
    expect(await end(simulation.createCheckpoint(vmId, null))).toBe('OperationFailed/NotSpecified')
    expect(vm().checkpoints).toHaveLength(50)
  })

  it('shows as a status and a job whose percent rises, for two to four seconds', async () => {
    const { simulation, clock, vmId, vm } = openSimulatedMachine({ checkpointType: 'Standard' })
    const started = clock.monotonic()
    const taking = simulation.createCheckpoint(vmId, null)
    await clock.advance(1_000)
    const [job] = simulation.jobs()
    expect([vm().operationalStatus, job?.type, job?.state, job?.percent]).toEqual([
      [11, 32768],
      70,
      'Running',
      25,
    ])
    await clock.settle(taking)
    expect([vm().operationalStatus, job?.state, job?.percent]).toEqual([[2], 'Completed', 100])
    expect(clock.monotonic() - started).toBe(4_000)
  })

  it('keeps an ended job for five minutes', async () => {
    const { simulation, clock, take } = openSimulatedMachine()
    await take('One')
    await clock.advance(299_000)
    expect(simulation.jobs()).toHaveLength(1)
    await clock.advance(2_000)
    expect(simulation.jobs()).toEqual([])
  })

  it.each([
    ['en-US', /^ONE - \(\d+\/\d+\/2026 - \d+:\d\d:\d\d [AP]M\)$/],
    ['de-DE', /^ONE - \(\d\d\.\d\d\.2026 - \d\d:\d\d:\d\d\)$/],
  ] as const)('names it as a host in %s does', async (culture, name) => {
    const { simulation, clock, vmId, vm } = openSimulatedMachine({}, { culture })
    await clock.settle(simulation.createCheckpoint(vmId, null))
    expect(vm().checkpoints[0]?.name).toMatch(name)
  })

  it('leaves the default name where the name could not be set', async () => {
    const { simulation, faults, vmId, vm, end } = openSimulatedMachine()
    faults.plan({ verb: 'set-name', ...diskFull, times: 1 })
    expect(await end(simulation.createCheckpoint(vmId, 'Mine'))).toBe('OperationFailed/NotSpecified')
    expect(vm().checkpoints.map((each) => each.name)).toEqual([expect.stringMatching(/^ONE - \(/)])
  })

  it('refuses a blank name and one of 101 characters before anything is taken', async () => {
    const { simulation, vmId, vm, end } = openSimulatedMachine()
    for (const name of [' ', 'x'.repeat(101)]) {
      expect(await end(simulation.createCheckpoint(vmId, name))).toBe('InvalidParameter/InvalidArgument')
    }
    expect(vm().checkpoints).toEqual([])
  })
})

describe('Applying a checkpoint', () => {
  it('goes through Saving, and ends running where it ran and the memory is kept', async () => {
    const { simulation, clock, vmId, vm, take } = openSimulatedMachine({ checkpointType: 'Standard' })
    const id = await take('With memory')
    const states = new Set<string>()
    simulation.onChange(() => states.add(vm().state))
    await clock.settle(simulation.applyCheckpoint(vmId, id))
    expect([...states]).toEqual(['Saving', 'Saved', 'Starting', 'Running'])
  })

  it.each<[VmState, boolean, VmState]>([
    ['Running', false, 'Off'],
    ['Paused', false, 'Off'],
    ['Paused', true, 'Saved'],
    ['Saved', true, 'Saved'],
    ['Saved', false, 'Off'],
    ['Off', true, 'Saved'],
    ['Off', false, 'Off'],
  ])('on a machine that is %s, with memory %s, ends %s', async (state, isSaved, expected) => {
    const past = [{ take: 'Point', ago: 1_000, isSaved }]
    const { simulation, vmId, vm, end } = openSimulatedMachine({ state, past })
    expect(await end(simulation.applyCheckpoint(vmId, vm().checkpoints[0]!.id))).toBe('done')
    expect(vm().state).toBe(expected)
  })

  it('starts a machine that ran again where applying failed', async () => {
    const { simulation, faults, vmId, vm, take, end } = openSimulatedMachine()
    const first = await take('First')
    const second = await take('Second')
    faults.plan({ verb: 'apply-saved', ...diskFull, times: 1 })
    expect(await end(simulation.applyCheckpoint(vmId, first))).toBe('OperationFailed/NotSpecified')
    expect([vm().state, vm().parentCheckpointId, vm().operationalStatus]).toEqual(['Running', second, [2]])
  })

  it('is refused where the files are missing', async () => {
    const past = [{ take: 'Lost', ago: 1_000, type: 'Missing' }] as const
    const { simulation, vmId, vm, end } = openSimulatedMachine({ past })
    expect(await end(simulation.applyCheckpoint(vmId, vm().checkpoints[0]!.id))).toBe(
      'OperationFailed/NotSpecified',
    )
    expect(vm().state).toBe('Running')
  })
})

describe('Two things at once', () => {
  it('are refused on one machine: it is in use', async () => {
    const { simulation, clock, vmId, vm, take, end } = openSimulatedMachine()
    const id = await take('One')
    const exporting = simulation.exportCheckpoint(vmId, id, 'D:\\Exports')
    expect({
      create: await end(simulation.createCheckpoint(vmId, null)),
      apply: await end(simulation.applyCheckpoint(vmId, id)),
      rename: await end(simulation.renameCheckpoint(vmId, id, 'Other')),
      remove: await end(simulation.removeCheckpoint(vmId, id, false)),
      settings: await end(simulation.changeSettings(vmId, { notes: 'x' })),
      power: await end(simulation.changePower(vmId, 'save')),
    }).toEqual({
      create: inUse,
      apply: inUse,
      rename: inUse,
      remove: inUse,
      settings: inUse,
      power: inUse,
    })
    expect(vm().operationalStatus).toEqual([11, 32773])
    await clock.settle(exporting)
    expect(await end(simulation.createCheckpoint(vmId, null))).toBe('done')
  })

  it('are allowed where one of them is a merge', async () => {
    const { simulation, clock, vmId, vm, take, end } = openSimulatedMachine()
    const id = await take('One')
    await clock.settle(simulation.removeCheckpoint(vmId, id, false))
    expect(vm().operationalStatus).toEqual([2, 32772])
    expect(await end(simulation.createCheckpoint(vmId, 'During the merge'))).toBe('done')
  })
})

describe('A fault that was planned', () => {
  it('strikes as often as planned, on the machine it is planned for', async () => {
    const { simulation, faults, vmId, end } = openSimulatedMachine()
    faults.plan({ verb: 'create', vmId: 'another', ...diskFull, times: 9 })
    faults.plan({ verb: 'create', vmId, ...diskFull, times: 1 })
    expect([
      await end(simulation.createCheckpoint(vmId, null)),
      await end(simulation.createCheckpoint(vmId, null)),
    ]).toEqual(['OperationFailed/NotSpecified', 'done'])
  })
})

const inUse = 'ObjectInUse/ResourceBusy'
const diskFull = { errorId: 'OperationFailed', category: 'NotSpecified', message: 'The disk is full.' }
