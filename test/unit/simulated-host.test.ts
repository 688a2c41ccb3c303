import { describe, expect, it } from 'vitest'
import { CheckpointName, CheckpointNotes, FolderPath } from '#contract/inputs'
import { CheckpointId, VmId } from '#contract/model'
import { failureOf } from '#contract/errors'
import type { Failure } from '#contract/errors'
import type { HyperVHost } from '../../electron/core/ports.ts'
import type { SimulationOptions } from '../../electron/hyperv/simulated/create-simulation.ts'
import { createDemoHost } from '../../electron/hyperv/simulated/demo-host.ts'
import { createSimulatedHost } from '../../electron/hyperv/simulated/host.ts'
import type { LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { openSimulatedMachine } from '../support/simulated-machine.ts'
import type { SimulatedMachine } from '../support/simulated-machine.ts'

describe('What the simulated host says', () => {
  it('of a checkpoint whose note could not be kept: it is there, with a remark', async () => {
    const { host, clock, faults, id } = openHost()
    faults.plan({ verb: 'set-notes', ...diskFull, times: 1 })
    const request = { vmId: id, name: CheckpointName.parse('Mine'), notes: CheckpointNotes.parse('Note') }
    const { remark } = await clock.settle(host.createCheckpoint(request, () => undefined))
    expect([remark, (await host.readVm(id))?.checkpoints]).toMatchObject([
      'The checkpoint was taken, but its note could not be kept.',
      [{ name: 'Mine', notes: '' }],
    ])
  })

  it.each([
    ['en-US', 'Creating checkpoint (40%)'],
    ['de-DE', 'Prüfpunkt wird erstellt (40%)'],
  ] as const)('of a machine at work, on a host in %s', async (culture, statusText) => {
    const { host, clock, id } = openHost({}, { culture })
    void host.createCheckpoint({ vmId: id, name: null, notes: null }, () => undefined)
    await clock.advance(1_000)
    const working = await host.readVm(id)
    await clock.advance(5_000)
    const resting = await host.readVm(id)
    expect([working, resting].map((vm) => [vm?.activity, vm?.statusText])).toEqual([
      [
        {
          kind: 'creating-checkpoint',
          percent: 40,
          job: { id: working?.activity?.job?.id, isCancellable: false },
        },
        statusText,
      ],
      [null, ''],
    ])
  })

  it('of progress: each percent once, from nothing to all', async () => {
    const { host, clock, id, take } = openHost()
    const checkpointId = CheckpointId.parse(await take('One'))
    const percents: (number | null)[] = []
    const folder = FolderPath.parse('D:\\Exports')
    await clock.settle(
      host.exportCheckpoint({ vmId: id, checkpointId }, folder, (percent) => percents.push(percent)),
    )
    expect(percents).toEqual([...new Set(percents)])
    expect([percents.length, percents[0], percents.at(-1)]).toEqual([82, 0, 100])
  })

  it('of a refusal: the same code in every language, and the host’s own words as detail', async () => {
    const [english, german] = await Promise.all([refusal('en-US'), refusal('de-DE')])
    expect([english.code, german.code]).toEqual(['busy', 'busy'])
    expect([english.detail, german.detail]).toEqual([
      "'ONE': the operation cannot be performed while the object is in use.",
      '"ONE": Der Vorgang kann nicht ausgeführt werden, während das Objekt verwendet wird.',
    ])
  })

  it('of a machine that is off: no load', async () => {
    const { host, id } = openHost({ state: 'Off' })
    expect((await host.readVm(id))?.load).toEqual({ cpuUsage: null, memoryAssigned: null, uptime: null })
  })
})

describe('Watching the simulated host', () => {
  it('hints once for many changes within a tenth of a second, and not after it was stopped', async () => {
    const { host, clock, simulation, id, end } = openHost()
    const hints: (VmId | null)[] = []
    const stop = host.watch((hint) => hints.push(hint))
    await end(simulation.changeSettings(id, { notes: 'a' }))
    void simulation.changePower(id, 'pause')
    await clock.advance(99)
    expect(hints).toEqual([])
    await clock.advance(1)
    expect(hints).toEqual([id])
    stop()
    await clock.advance(10_000)
    expect(hints).toEqual([id])
  })
})

describe('Folders of the simulated host', () => {
  it.each([
    ['D:\\Exports', 'usable'],
    ['d:/exports/', 'usable'],
    ['C:\\Windows', 'not-writable'],
    ['E:\\Gone\\Checkpoints', 'missing'],
    ['Z:\\', 'missing'],
  ])('%s is %s', async (path, expected) => {
    expect(await openHost().host.inspectFolder(FolderPath.parse(path))).toBe(expected)
  })

  it('can be walked from the drives down and up again', async () => {
    const { host } = openHost()
    const lists = await Promise.all(['', 'd:\\', 'E:\\Archive'].map((path) => host.listFolders(path)))
    expect(lists).toEqual([
      {
        path: '',
        parent: null,
        folders: ['C:\\', 'D:\\', 'E:\\'].map((drive) => ({ name: drive, path: drive })),
      },
      {
        path: 'D:\\',
        parent: '',
        folders: ['Exports', 'Hyper-V', 'ISO'].map((name) => ({ name, path: `D:\\${name}` })),
      },
      {
        path: 'E:\\Archive',
        parent: 'E:\\',
        folders: ['2025 – Umzug & Übergabe', 'Read only'].map((name) => ({
          name,
          path: `E:\\Archive\\${name}`,
        })),
      },
    ])
  })

  it('hold an export, in a folder that Windows allows, once', async () => {
    const { host, clock, id, take } = openHost({ name: 'A "quoted" <name>?' })
    const checkpointId = CheckpointId.parse(await take('One'))
    const exportOnce = (): Promise<void> =>
      host.exportCheckpoint({ vmId: id, checkpointId }, FolderPath.parse('E:\\Exports'), () => undefined)
    await clock.settle(exportOnce())
    expect(await host.listFolders('E:\\Exports\\A _quoted_ _name__')).toMatchObject({
      folders: [{ name: 'Snapshots' }, { name: 'Virtual Hard Disks' }, { name: 'Virtual Machines' }],
    })
    expect(await failure(clock.settle(exportOnce()))).toMatchObject({
      code: 'operation-failed',
      detail: "Export failed: the folder 'E:\\Exports\\A _quoted_ _name__' already exists.",
    })
  })

  it.each(['C:\\Windows', 'D:\\Not there'])('refuse an export to %s', async (folder) => {
    const { host, clock, id, take } = openHost()
    const checkpointId = CheckpointId.parse(await take('One'))
    const request = host.exportCheckpoint(
      { vmId: id, checkpointId },
      FolderPath.parse(folder),
      () => undefined,
    )
    expect((await failure(clock.settle(request))).code).toBe('operation-failed')
    expect(await failure(host.listFolders('D:\\Not there'))).toMatchObject({ code: 'folder-missing' })
  })
})

describe('The demo host', () => {
  it('is marked as such, and is stopped by closing it', async () => {
    const clock = createManualClock()
    const host = createDemoHost(clock, 1)
    expect([host.kind, await host.connect()]).toEqual(['demo', { name: 'HV-LAB', description: 'Demo host' }])
    const before = (await host.readAll()).vms.map((vm) => vm.load)
    await host.close()
    await clock.advance(60_000)
    expect((await host.readAll()).vms.map((vm) => vm.load)).toEqual(before)
  })
})

type OpenHost = SimulatedMachine & { readonly host: HyperVHost; readonly id: VmId }

function openHost(machine: Partial<LabMachine> = {}, options: Partial<SimulationOptions> = {}): OpenHost {
  const opened = openSimulatedMachine(machine, options)
  const host = createSimulatedHost(opened.simulation, opened.clock)
  return { ...opened, host, id: VmId.parse(opened.vmId) }
}

async function refusal(culture: 'en-US' | 'de-DE'): Promise<Failure> {
  const { host, id, clock } = openHost({}, { culture })
  const first = host.changePower(id, 'save')
  const second = await failure(host.changePower(id, 'save'))
  await clock.settle(first)
  return second
}

async function failure(request: Promise<unknown>): Promise<Failure> {
  try {
    await request
  } catch (error) {
    return failureOf(error)
  }
  throw new Error('It was not refused.')
}

const diskFull = { errorId: 'OperationFailed', category: 'NotSpecified', message: 'The disk is full.' }
