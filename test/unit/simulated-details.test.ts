import { describe, expect, it } from 'vitest'
import { CheckpointId, VmId } from '#contract/model'
import type { Thumbnail } from '#contract/machine-details'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import { createPicture } from '../../electron/hyperv/simulated/picture.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'

const clock = createManualClock()
const lab = createLab(clock.now())
const host = createSimulatedHost(createSimulation({ lab, clock }), clock)
const checkpoints = lab.flatMap((vm) => vm.checkpoints)

describe('The details of the lab', () => {
  it('add up to the size of the files of each checkpoint, of which one has lost them', async () => {
    const sizes = checkpoints.map(async (each) => (await detailsOf(host, each)).files.map(({ size }) => size))
    const known = (await Promise.all(sizes)).map((each) =>
      each.every((size) => size !== null) ? each.reduce((sum, size) => sum + size, 0) : null,
    )
    expect(known).toEqual(checkpoints.map((each) => (each.type === 'Missing' ? null : each.systemFilesSize)))
  })

  it('name the files of a checkpoint as its configuration version has them', async () => {
    const endings = async (name: string): Promise<readonly string[]> => {
      const { files } = await detailsOf(
        host,
        checkpoints.find((each) => each.name === name)!,
      )
      return files.map(({ path }) => path.replace(/^.*\./, '.'))
    }
    expect({
      withMemory: await endings('Before KB5049981'),
      without: await endings('Clean install'),
      old: await endings('Jahresabschluss 2025 – vor dem Update'),
    }).toEqual({ withMemory: ['.vmcx', '.vmgs', '.vmrs'], without: ['.vmcx', '.vmgs'], old: ['.xml'] })
  })

  it('differ from then to now on more than one machine', async () => {
    const changed = await Promise.all(
      lab.map(async (vm) => {
        const now = (await host.readVmDetails(VmId.parse(vm.id))).hardware
        const then = await Promise.all(vm.checkpoints.map(async (each) => detailsOf(host, each)))
        return then.some(({ hardware }) => hardware.processors !== now.processors) ? [vm.name] : []
      }),
    )
    expect(changed.flat()).toEqual(['SQL-PROD', 'WIN11-TEST'])
  })
})

describe('The screens of the lab', () => {
  it('are there for every machine that holds memory, each another one', async () => {
    const found = await Promise.all(
      lab.map(async (vm) => (await host.readThumbnail(VmId.parse(vm.id), null))?.pixels ?? null),
    )
    expect(found.map((each) => each !== null)).toEqual(lab.map((vm) => vm.state !== 'Off'))
    const shown = found.filter((each) => each !== null)
    expect(new Set(shown).size).toBe(shown.length)
  })

  it('are kept by checkpoints with memory alone', async () => {
    const found = await Promise.all(checkpoints.map(async (each) => screenOf(host, each)))
    expect(found.map((each) => each !== null)).toEqual(checkpoints.map((each) => each.isSaved))
  })

  it('have two bytes for each pixel', async () => {
    const thumbnail = (await host.readThumbnail(VmId.parse(lab[0]!.id), null))!
    expect(Buffer.from(thumbnail.pixels, 'base64')).toHaveLength(thumbnail.width * thumbnail.height * 2)
  })
})

describe('A picture', () => {
  it('has five bits of red, six of green, five of blue, the lower byte first, and nothing outside', () => {
    const picture = createPicture(2, 2)
    picture.fill({ x: 0, y: 0, width: 9, height: 1 }, 0xff0000)
    picture.fill({ x: -3, y: 1, width: 4, height: 1 }, 0x00ff00)
    picture.fill({ x: 1, y: 1, width: 1, height: 7 }, 0x0000ff)
    expect([...picture.bytes]).toEqual([0x00, 0xf8, 0x00, 0xf8, 0xe0, 0x07, 0x1f, 0x00])
  })
})

describe('A checkpoint', () => {
  it('keeps what the machine was made of, and gives it back when it is applied', async () => {
    const machine = openSimulatedMachine({
      state: 'Off',
      processors: 2,
      past: [{ take: 'Small', ago: 1_000 }, { change: { processors: 8 } }],
    })
    const small = machine.vm().checkpoints[0]!
    expect([machine.vm().processors, small.hardware.processors]).toEqual([8, 2])
    await machine.end(machine.simulation.applyCheckpoint(machine.vmId, small.id))
    expect(machine.vm().processors).toBe(2)
  })
})

interface Ref {
  readonly vmId: string
  readonly id: string
}

function detailsOf(
  { readCheckpointDetails }: HyperVHost,
  { vmId, id }: Ref,
): ReturnType<HyperVHost['readCheckpointDetails']> {
  return readCheckpointDetails({ vmId: VmId.parse(vmId), checkpointId: CheckpointId.parse(id) })
}

function screenOf({ readThumbnail }: HyperVHost, { vmId, id }: Ref): Promise<Thumbnail | null> {
  return readThumbnail(VmId.parse(vmId), CheckpointId.parse(id))
}
