import { describe, expect, it } from 'vitest'
import { costOf } from '#contract/checkpoint-cost'
import { VmId } from '#contract/model'
import { runwaysOf } from '#contract/volume-runway'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { labStorage } from '../../electron/hyperv/simulated/lab-storage.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import type { StorageOptions } from '../../electron/hyperv/simulated/storage.ts'
import { volumesOf } from '../../electron/hyperv/simulated/volumes-of.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'
import type { SimulatedMachine } from '../support/simulated-machine.ts'

const gigabyte = 1024 ** 3
const day = 86_400_000

describe('What is free on a volume of the simulated host', () => {
  it('is what the files of machines and checkpoints leave of it, each counted once', async () => {
    const machine = openSimulatedMachine({}, { storage: volume(100) })
    expect(free(machine)).toBe(76 * gigabyte)
    await machine.take('One')
    await machine.take('Two')
    const files = machine.simulation.files()
    expect(new Set(files.map(({ path }) => path.toLowerCase())).size).toBe(files.length)
    expect(free(machine)).toBe(100 * gigabyte - files.reduce((sum, { size }) => sum + size, 0))
  })

  it('lessens by the memory that a checkpoint keeps, and comes back with the checkpoint’s end', async () => {
    const machine = openSimulatedMachine({ checkpointType: 'Standard' }, { storage: volume(100) })
    const id = await machine.take('One')
    expect(free(machine)).toBeLessThan(72 * gigabyte)
    await machine.end(machine.simulation.removeCheckpoint(machine.vmId, id, false))
    await machine.clock.advance(15_000)
    expect(free(machine)).toBeCloseTo(76 * gigabyte, -8)
  })

  it('lessens by the memory of a machine while that is saved', async () => {
    const machine = openSimulatedMachine({}, { storage: volume(100) })
    await machine.end(machine.simulation.changePower(machine.vmId, 'save'))
    expect(free(machine)).toBe(72 * gigabyte)
    await machine.end(machine.simulation.changePower(machine.vmId, 'start'))
    expect(free(machine)).toBe(76 * gigabyte)
  })

  it('is never less than nothing', () => {
    expect(free(openSimulatedMachine({}, { storage: volume(10) }))).toBe(0)
  })

  it('is told of drives in either case of letters, and of shares nobody knows it', () => {
    const { simulation } = openSimulatedMachine({}, { storage: volume(100) })
    const paths = ['d:\\one.vhdx', '\\\\nas\\vms\\two.vhdx', '\\\\nas\\vms\\three.vhdx', '/vms/four.vhdx']
    expect(volumesOf(simulation, paths)).toEqual([
      { root: 'D:\\', size: 100 * gigabyte, free: 76 * gigabyte },
      { root: '\\\\nas\\vms\\', size: null, free: null },
    ])
  })
})

describe('The files of a simulated machine', () => {
  it('grow while it runs, by what it writes in a day, the first disk most', async () => {
    const machine = openGrowing({ baseDisks: twoDisks })
    await machine.clock.advance(day)
    const [first, second] = machine.vm().disks
    expect((first!.fileSize + second!.fileSize) / gigabyte).toBeCloseTo(16, 4)
    expect(first!.fileSize - 10 * gigabyte).toBeCloseTo((second!.fileSize - 3 * gigabyte) * 2, -5)
  })

  it('grow the same whoever looks, and however often', async () => {
    const [seen, unseen] = [openGrowing({}), openGrowing({})]
    for (let hour = 0; hour < 24; hour += 1) {
      await seen.clock.advance(day / 24)
      expect(seen.vm().disks).toEqual(seen.vm().disks)
    }
    await unseen.clock.advance(day)
    expect(unseen.vm().disks).toEqual(seen.vm().disks)
  })

  it('stop growing when it stops, and go on when it goes on', async () => {
    const machine = openGrowing({})
    await machine.clock.advance(day / 2)
    await machine.end(machine.simulation.changePower(machine.vmId, 'save'))
    const saved = machine.vm().disks
    await machine.clock.advance(day)
    expect(machine.vm().disks).toEqual(saved)
    await machine.end(machine.simulation.changePower(machine.vmId, 'start'))
    await machine.clock.advance(day / 2)
    expect(machine.vm().disks[0]!.fileSize / gigabyte).toBeCloseTo(27, 2)
  })

  it('grow no larger than the guest sees the disk, and not at all where it is no file', async () => {
    const machine = openGrowing({
      baseDisks: [
        { file: 'ONE.vhdx', gigabytes: 10, of: 11 },
        { file: 'PhysicalDrive2', gigabytes: 0, of: 100, diskNumber: 2 },
      ],
    })
    await machine.clock.advance(day)
    expect(machine.vm().disks.map(({ fileSize }) => fileSize)).toEqual([11 * gigabyte, 0])
  })

  it('keep what was written when a checkpoint is taken, and what is written then goes to new ones', async () => {
    const machine = openGrowing({})
    await machine.clock.advance(day)
    await machine.take('One')
    await machine.clock.advance(day)
    const { disks, checkpoints } = machine.vm()
    expect(checkpoints[0]!.disks[0]!.fileSize / gigabyte).toBeCloseTo(27, 2)
    expect(disks[0]!.fileSize / gigabyte).toBeCloseTo(3, 2)
  })

  it('do not grow where nothing happens by itself', async () => {
    const machine = openSimulatedMachine({ writesADay: 3 * gigabyte })
    await machine.clock.advance(day)
    expect(machine.vm().disks[0]!.fileSize).toBe(24 * gigabyte)
  })
})

describe('A volume that is full', () => {
  it('pauses who writes to it as critical where the lab says so, until there is room again', async () => {
    const machine = openGrowing({ past: [{ take: 'One', ago: 1_000, isSaved: true }] }, volume(31, true))
    await machine.clock.advance(2 * day)
    expect(machine.vm()).toMatchObject({ state: 'Paused', isCritical: true })
    const full = free(machine)
    await machine.end(
      machine.simulation.removeCheckpoint(machine.vmId, machine.vm().checkpoints[0]!.id, false),
    )
    await machine.clock.advance(20_000)
    expect([full, machine.vm()]).toMatchObject([0, { state: 'Paused', isCritical: false }])
    expect(await machine.end(machine.simulation.changePower(machine.vmId, 'resume'))).toBe('done')
  })

  it('stops nobody in the lab that everybody sees', async () => {
    const machine = openGrowing({}, volume(25))
    await machine.clock.advance(2 * day)
    expect([free(machine), machine.vm().state, machine.vm().isCritical]).toEqual([0, 'Running', false])
    expect(labStorage.volumes.map(({ isStrict }) => isStrict)).toEqual([undefined, undefined, undefined])
  })
})

describe('The storage of the lab', () => {
  const clock = createManualClock()
  const lab = createLab(clock.now())
  const host = createSimulatedHost(createSimulation({ lab, clock }), clock)

  it('has a volume that will be full in days, and others that last for months', async () => {
    const days = async (vmId: string): Promise<readonly (number | null)[]> => {
      const vm = (await host.readVm(VmId.parse(vmId)))!
      const costs = new Map([[vm.id, await host.readCosts(vm.id)]])
      return runwaysOf({ vms: [vm], costs, now: clock.now() }).map((each) => each.days)
    }
    const [nightly] = await days(labVmId.nightly)
    const [database] = await days(labVmId.database)
    expect(nightly).toBeGreaterThan(1)
    expect(nightly).toBeLessThan(14)
    expect(database).toBeGreaterThan(90)
  })

  it('has two disks that nobody uses, and calls none so that somebody uses', async () => {
    expect((await host.readStorage()).leftBehind).toEqual(labStorage.leftBehind)
  })

  it('has a machine with nearly as many checkpoints as can be, in one chain', async () => {
    const vm = lab.find(({ id }) => id === labVmId.nightly)!
    const costs = costOf(await host.readCosts(VmId.parse(vm.id)))
    expect([vm.checkpoints.length, costs.depth]).toEqual([47, 48])
  })
})

const twoDisks = [
  { file: 'ONE.vhdx', gigabytes: 10, of: 127 },
  { file: 'TWO.vhdx', gigabytes: 3, of: 127 },
]

/** It writes three gigabytes a day, and is none of those that are backed up now and then. */
function openGrowing(machine: Partial<LabMachine>, storage?: StorageOptions): SimulatedMachine {
  const writesADay = 3 * gigabyte
  return openSimulatedMachine({ writesADay, automaticCheckpoints: true, ...machine }, { life: true, storage })
}

function volume(gigabytes: number, isStrict = false): StorageOptions {
  return { volumes: [{ root: 'D:\\', size: gigabytes * gigabyte, others: 0, isStrict }], leftBehind: [] }
}

function free({ simulation }: SimulatedMachine): number {
  return simulation.volumes()[0]!.free
}
