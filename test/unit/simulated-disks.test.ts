import { describe, expect, it } from 'vitest'
import { openSimulatedMachine } from '../support/simulated-machine.ts'
import type { SimulatedMachine } from '../support/simulated-machine.ts'

describe('The disks of a simulated machine', () => {
  it('hang in a chain beside their base, one file for each checkpoint', async () => {
    const machine = openSimulatedMachine()
    await machine.take('First')
    await machine.take('Second')
    const { disks, checkpoints } = machine.vm()
    const name = /^D:\\Hyper-V\\Virtual Hard Disks\\ONE_[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\.avhdx$/
    expect(disks.map((disk) => [disk.path, ...disk.parents.map((each) => each.path)])).toEqual([
      [expect.stringMatching(name), expect.stringMatching(name), base],
    ])
    expect(checkpoints.map((each) => each.disks[0]?.path)).toEqual([base, disks[0]?.parents[0]?.path])
  })

  it('get a new file when a checkpoint is applied, and lose what Now had written', async () => {
    const machine = openSimulatedMachine({ state: 'Off' })
    const first = await machine.take('First')
    await machine.take('Second')
    const lost = machine.vm().disks[0]!.path
    await machine.clock.settle(machine.simulation.applyCheckpoint(machine.vmId, first))
    expect(machine.vm().disks[0]).toMatchObject({ parents: [{ path: base }] })
    expect(machine.vm().disks[0]!.path).not.toBe(lost)
  })

  it('are merged after a checkpoint is gone, for fifteen seconds, with a percent', async () => {
    const machine = openSimulatedMachine()
    const id = await machine.take('First')
    const written = machine.vm().disks[0]!.path
    await machine.clock.settle(machine.simulation.removeCheckpoint(machine.vmId, id, false))
    expect([machine.vm().checkpoints, machine.vm().disks[0]?.path]).toEqual([[], written])
    await machine.clock.advance(7_500)
    const merge = machine.simulation.jobs().find((job) => job.type === 50)
    expect([merge?.state, merge?.percent]).toEqual(['Running', 50])
    await machine.clock.advance(7_500)
    expect([merge?.state, chain(machine), machine.vm().operationalStatus]).toEqual(['Completed', [base], [2]])
  })

  it('keep a file that two branches hang on until one of them goes', async () => {
    const machine = openSimulatedMachine({ state: 'Off' })
    const { simulation, clock, vmId } = machine
    const root = await machine.take('Root')
    const left = await machine.take('Left')
    await clock.settle(simulation.applyCheckpoint(vmId, root))
    await machine.take('Right')
    await clock.settle(simulation.removeCheckpoint(vmId, root, false))
    await clock.advance(20_000)
    expect(chain(machine)).toHaveLength(3)
    await clock.settle(simulation.removeCheckpoint(vmId, left, false))
    await clock.advance(20_000)
    expect(chain(machine)).toHaveLength(2)
    expect(machine.vm().checkpoints.map((each) => [each.name, each.disks[0]?.path])).toEqual([
      ['Right', base],
    ])
  })

  it('are merged where applying a checkpoint leaves a file that nobody needs', async () => {
    const machine = openSimulatedMachine({ state: 'Off' })
    const { simulation, clock, vmId } = machine
    const root = await machine.take('Root')
    const left = await machine.take('Left')
    await clock.settle(simulation.applyCheckpoint(vmId, root))
    await clock.settle(simulation.removeCheckpoint(vmId, root, false))
    await clock.settle(simulation.applyCheckpoint(vmId, left))
    expect([chain(machine).length, machine.vm().operationalStatus]).toEqual([3, [2, 32772]])
    await clock.advance(20_000)
    expect([chain(machine).length, chain(machine).at(-1)]).toEqual([2, base])
  })

  it('need no merge where a branch without Now goes', async () => {
    const machine = openSimulatedMachine({ state: 'Off' })
    const { simulation, clock, vmId } = machine
    const root = await machine.take('Root')
    const leaf = await machine.take('Leaf')
    await clock.settle(simulation.applyCheckpoint(vmId, root))
    await clock.settle(simulation.removeCheckpoint(vmId, leaf, false))
    expect(machine.vm().operationalStatus).toEqual([2])
  })

  it('stay what they are where they are passed through', async () => {
    const machine = openSimulatedMachine({
      baseDisks: [
        { file: 'ONE.vhd', gigabytes: 10, of: 40 },
        { file: 'PhysicalDrive3', gigabytes: 0, of: 200, diskNumber: 3 },
      ],
    })
    await machine.take('First')
    expect(machine.vm().disks.map((disk) => [disk.path, disk.parents.length])).toEqual([
      [expect.stringMatching(/ONE_.*\.avhd$/), 1],
      ['PhysicalDrive3', 0],
    ])
  })
})

const base = 'D:\\Hyper-V\\Virtual Hard Disks\\ONE.vhdx'

/** The files of Now's first disk, the one written to first. */
function chain({ vm }: SimulatedMachine): readonly string[] {
  return vm()
    .disks.slice(0, 1)
    .flatMap((disk) => [disk.path, ...disk.parents.map((each) => each.path)])
}
