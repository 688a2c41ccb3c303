import { describe, expect, it } from 'vitest'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { createManualClock } from '../support/manual-clock.ts'
import type { ManualClock } from '../support/manual-clock.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'

describe('Life in the lab', () => {
  it('goes on by itself, and the same way for the same seed', async () => {
    const [one, same, other] = [await anHour(7), await anHour(7), await anHour(8)]
    expect(same).toEqual(one)
    expect(other).not.toEqual(one)
  })

  it('lets time run where a machine runs, at its own speed whatever the pace', async () => {
    const { clock, vm } = openSimulatedMachine({ uptime: 0 }, { life: true, pace: 0.01 })
    await clock.advance(60_000)
    expect(vm().uptime).toBe(60_000)
  })

  it('takes up a merge that waits', async () => {
    const past = [{ take: 'Gone', ago: 1_000 }, { drop: 'Gone' }]
    const { clock, vm } = openSimulatedMachine({ state: 'Off', past }, { life: true })
    expect(vm().operationalStatus).toEqual([2, 32772])
    await clock.advance(15_000)
    expect([vm().operationalStatus, vm().disks[0]?.parents]).toEqual([[2], []])
  })

  it('backs up now and then: a recovery checkpoint comes, and goes, and leaves all as it was', async () => {
    const { simulation, clock, vm, take } = openSimulatedMachine({}, { life: true })
    const mine = await take('Mine')
    const seen = new Set<string>()
    simulation.onChange(() => {
      for (const each of vm().checkpoints) seen.add(each.type)
    })
    await clock.advance(5 * 60_000)
    expect([...seen]).toEqual(['Realized', 'Recovery'])
    expect(vm().checkpoints.map((each) => each.name)).toEqual(['Mine'])
    expect([vm().parentCheckpointId, vm().disks[0]?.parents.length]).toEqual([mine, 1])
  })

  it('lets a backup end later where something else is done with the machine just then', async () => {
    const { simulation, clock, vmId, vm, take } = openSimulatedMachine()
    const mine = await take('Mine')
    await clock.settle(simulation.startBackup(vmId))
    await clock.advance(15_000)
    const exporting = simulation.exportCheckpoint(vmId, mine, 'D:\\Exports')
    await clock.advance(10_000)
    expect(vm().checkpoints).toHaveLength(2)
    await clock.settle(exporting)
    await clock.advance(20_000)
    expect([vm().checkpoints.map((each) => each.name), vm().operationalStatus]).toEqual([['Mine'], [2]])
  })

  it('ends with the simulation', async () => {
    const { simulation, clock, vm } = openSimulatedMachine({ uptime: 0 }, { life: true })
    simulation.stop()
    await clock.advance(60_000)
    expect(vm().uptime).toBe(0)
  })
})

describe('A simulation that is stopped', () => {
  it('ends what is under way, and what is asked later', async () => {
    const { simulation, vmId, end } = openSimulatedMachine()
    const taking = simulation.createCheckpoint(vmId, null)
    simulation.stop()
    expect([await end(taking), await end(simulation.createCheckpoint(vmId, null))]).toEqual([
      'OperationFailed/NotSpecified',
      'OperationFailed/NotSpecified',
    ])
  })
})

async function anHour(seed: number): Promise<unknown> {
  const clock: ManualClock = createManualClock()
  const simulation: Simulation = createSimulation({ lab: createLab(clock.now()), clock, seed, life: true })
  await clock.advance(3_600_000)
  simulation.stop()
  return simulation.vms()
}
