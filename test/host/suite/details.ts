import { describe, expect, it } from 'vitest'
import { CheckpointId, VmId } from '#contract/model'
import type { CheckpointDetails, VmDetails } from '#contract/machine-details'
import { checkpointDetailsOf, vmDetailsOf } from '../../../electron/hyperv/simulated/details-of.ts'
import { screenOf } from '../../../electron/hyperv/simulated/screen-of.ts'
import type { SimulatedCheckpoint, SimulatedVm } from '../../../electron/hyperv/simulated/simulation.ts'
import { endOf, unknownCheckpointId, unknownVmId } from './workbench.ts'
import type { Workbench } from './workbench.ts'

const gigabyte = 1024 ** 3

export function describeDetails(bench: () => Workbench): void {
  /** The machines that no test works on. */
  const machines = (): readonly SimulatedVm[] => {
    const ids: readonly string[] = Object.values(bench().lab.role)
    return bench().lab.vms.filter((vm) => ids.includes(vm.id))
  }
  const vmDetails = (vmId: string): Promise<VmDetails> => bench().host.readVmDetails(VmId.parse(vmId))
  const checkpointDetails = ({ vmId, id }: SimulatedCheckpoint): Promise<CheckpointDetails> =>
    bench().host.readCheckpointDetails({ vmId: VmId.parse(vmId), checkpointId: CheckpointId.parse(id) })
  const checkpointNamed = (name: string): SimulatedCheckpoint =>
    machines()
      .flatMap((vm) => vm.checkpoints)
      .find((each) => each.name === name)!

  describe('telling what a machine is made of', () => {
    it('says the same of every machine as the host has it', async () => {
      const found = []
      for (const vm of machines()) found.push(await vmDetails(vm.id))
      expect(found).toEqual(machines().map(vmDetailsOf))
    })

    it('tells of dynamic memory, what the guest wants of it, of its addresses and its heartbeat', async () => {
      const { hardware, memoryDemand, heartbeat } = await vmDetails(bench().lab.role.webServer)
      expect({ ...hardware, memoryDemand, heartbeat, disks: hardware.disks.length }).toEqual({
        processors: 2,
        memory: {
          startup: 4 * gigabyte,
          isDynamic: true,
          minimum: gigabyte,
          maximum: 16 * gigabyte,
        },
        disks: 1,
        networkAdapters: [
          {
            name: 'Network Adapter',
            switchName: 'DMZ',
            macAddress: '00155D38A003',
            isMacAddressDynamic: true,
            ipAddresses: ['10.20.30.13', 'fe80::215:5dff:fe38:a003'],
          },
        ],
        memoryDemand: 3 * gigabyte,
        heartbeat: 'ok-applications-unknown',
      })
    })

    it('follows each disk from the file that takes the writes up to its base', async () => {
      const { hardware } = await vmDetails(bench().lab.role.database)
      expect(hardware.disks.map(({ chain }) => chain.map(({ path }) => withoutGuid(path)))).toEqual([
        ['SQL-PROD_.avhdx', 'SQL-PROD_.avhdx', 'SQL-PROD.vhdx'],
        ['SQL-PROD data_.avhdx', 'SQL-PROD data_.avhdx', 'SQL-PROD data.vhdx'],
        ['SQL-PROD log_.avhdx', 'SQL-PROD log_.avhdx', 'SQL-PROD log.vhdx'],
      ])
      expect(hardware.disks.map(({ capacity, chain }) => [capacity, chain.at(-1)?.size])).toEqual([
        [127 * gigabyte, Math.round(41.7 * gigabyte)],
        [500 * gigabyte, Math.round(212.3 * gigabyte)],
        [100 * gigabyte, Math.round(38.1 * gigabyte)],
      ])
    })

    it('has no file and no size of a pass-through disk, and no addresses of a machine that is saved', async () => {
      const { hardware, heartbeat, memoryDemand } = await vmDetails(bench().lab.role.legacy)
      expect(hardware.disks.map(({ chain, ...disk }) => ({ ...disk, files: chain.length }))).toEqual([
        {
          controllerType: 'IDE',
          controllerNumber: 0,
          controllerLocation: 0,
          diskNumber: null,
          isShared: false,
          capacity: 60 * gigabyte,
          files: 2,
        },
        {
          controllerType: 'SCSI',
          controllerNumber: 0,
          controllerLocation: 1,
          diskNumber: 3,
          isShared: false,
          capacity: null,
          files: 0,
        },
      ])
      expect([hardware.networkAdapters, heartbeat, memoryDemand]).toEqual([
        [
          {
            name: 'Legacy Network Adapter',
            switchName: null,
            macAddress: '00155D38A006',
            isMacAddressDynamic: false,
            ipAddresses: [],
          },
        ],
        'off',
        null,
      ])
    })

    it('tells of a heartbeat that pauses with the machine', async () => {
      expect((await vmDetails(bench().lab.role.ubuntu)).heartbeat).toBe('paused')
    })

    it('tells a shared disk from the others, and a machine of a cluster', async () => {
      const { hardware, isClustered } = await vmDetails(bench().lab.role.clustered)
      expect([hardware.disks.map(({ isShared }) => isShared), isClustered]).toEqual([[false, true], true])
    })

    it('lacks the size of a file that can’t be read, and nothing else', async () => {
      const archive = (await vmDetails(bench().lab.role.archive)).hardware.disks
      expect(archive.map(({ chain }) => chain.map(({ size }) => size !== null))).toEqual([
        [true, true, true, true, true],
        [true, true, true, true, false],
      ])
      const gpu = (await vmDetails(bench().lab.role.gpu)).hardware.disks
      expect(gpu.map(({ capacity, chain }) => [capacity, chain[0]?.size])).toEqual([
        [127 * gigabyte, 24 * gigabyte],
        [null, null],
      ])
    })
  })

  describe('telling what a checkpoint keeps', () => {
    it('says the same of every checkpoint as the host has it', async () => {
      // All of the machine that has as many as can be would be more of the same.
      const some = machines().flatMap((vm) => vm.checkpoints.slice(-8).map((each) => [vm, each] as const))
      const found = []
      for (const [, each] of some) found.push(await checkpointDetails(each))
      expect(found).toEqual(some.map(([vm, each]) => checkpointDetailsOf(vm, each)))
    })

    it('says what the machine was made of then', async () => {
      const then = await checkpointDetails(checkpointNamed('Before CU 14'))
      const now = await vmDetails(then.vmId)
      const made = ({ hardware }: VmDetails | CheckpointDetails): unknown => [
        hardware.processors,
        hardware.networkAdapters.map(({ name, switchName }) => [name, switchName]),
        hardware.disks.map(({ chain }) => chain.length),
      ]
      expect([made(then), made(now)]).toEqual([
        [4, [['Network Adapter', 'External']], [1, 1, 1]],
        [
          8,
          [
            ['Network Adapter', 'External'],
            ['Backup', 'Backup network'],
          ],
          [3, 3, 3],
        ],
      ])
    })

    it('names its files with their sizes, and the one that is gone without', async () => {
      const filesOf = async (name: string): Promise<unknown> => {
        const { files, checkpointId } = await checkpointDetails(checkpointNamed(name))
        return files.map(({ path, size }) => [path.replace(checkpointId.toUpperCase(), '<Id>'), size])
      }
      const folder = 'D:\\Hyper-V\\Virtual Machines'
      expect({
        withMemory: await filesOf('Before KB5049981'),
        old: await filesOf('Jahresabschluss 2025 – vor dem Update'),
        missing: await filesOf('Files lost'),
      }).toEqual({
        withMemory: [
          [`${folder}\\WIN11-TEST\\Snapshots\\<Id>.vmcx`, 98_304],
          [`${folder}\\WIN11-TEST\\Snapshots\\<Id>.vmgs`, 4 * 1024 ** 2 - 98_304],
          [`${folder}\\WIN11-TEST\\Snapshots\\<Id>.vmrs`, 8 * gigabyte],
        ],
        old: [[`${folder}\\LEGACY-ERP\\Snapshots\\<Id>.xml`, 4 * 1024 ** 2]],
        missing: [['E:\\Gone\\Checkpoints\\Snapshots\\<Id>.vmcx', null]],
      })
    })

    it('refuses checkpoints that are not there, or of another machine, and machines that are not there', async () => {
      const { host, lab } = bench()
      const vmId = lab.role.webServer
      const foreign = CheckpointId.parse(checkpointNamed('Before CU 14').id)
      expect({
        unknownVm: await endOf(host.readVmDetails(unknownVmId)),
        checkpointOfUnknownVm: await endOf(
          host.readCheckpointDetails({ vmId: unknownVmId, checkpointId: foreign }),
        ),
        unknown: await endOf(host.readCheckpointDetails({ vmId, checkpointId: unknownCheckpointId })),
        foreign: await endOf(host.readCheckpointDetails({ vmId, checkpointId: foreign })),
      }).toEqual({
        unknownVm: 'vm-not-found',
        checkpointOfUnknownVm: 'vm-not-found',
        unknown: 'checkpoint-not-found',
        foreign: 'checkpoint-not-found',
      })
    })
  })

  describe('showing a screen', () => {
    it('gives the picture of each machine that shows one, to the pixel', async () => {
      const found = []
      for (const vm of machines()) found.push(await pictureOf(bench(), vm.id, null))
      expect(found).toEqual(machines().map((vm) => base64(screenOf(vm, null))))
    })

    it('gives the picture that a checkpoint keeps with its memory, and none without', async () => {
      const tree = machines().find((vm) => vm.id === bench().lab.role.tester)!
      const found = []
      for (const each of tree.checkpoints) found.push(await pictureOf(bench(), tree.id, each.id))
      expect(found).toEqual(tree.checkpoints.map((each) => base64(screenOf(tree, each))))
      expect(found.map((each) => each !== null)).toEqual([false, true, false, true])
    })

    it('refuses what is not there', async () => {
      const vmId = bench().lab.role.webServer
      const foreign = CheckpointId.parse(checkpointNamed('Before CU 14').id)
      expect({
        unknownVm: await endOf(bench().host.readThumbnail(unknownVmId, null)),
        foreign: await endOf(bench().host.readThumbnail(vmId, foreign)),
      }).toEqual({ unknownVm: 'vm-not-found', foreign: 'checkpoint-not-found' })
    })
  })
}

async function pictureOf(
  { host }: Workbench,
  vmId: string,
  checkpointId: string | null,
): Promise<string | null> {
  const id = checkpointId === null ? null : CheckpointId.parse(checkpointId)
  return (await host.readThumbnail(VmId.parse(vmId), id))?.pixels ?? null
}

function base64(pixels: Uint8Array | null): string | null {
  return pixels === null ? null : Buffer.from(pixels).toString('base64')
}

function withoutGuid(path: string): string {
  return path.replace(/^.*\\/, '').replace(/_[\dA-F-]{36}\./, '_.')
}
