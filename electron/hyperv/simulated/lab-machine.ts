import type { VmState } from '#contract/model'
import { after, day, gigabyte } from './lab-past.ts'
import type { LabStep } from './lab-past.ts'
import { labAdapter } from './lab-adapter.ts'
import { createRandom } from './random.ts'
import type { SimulatedDisk, SimulatedVm } from './simulation.ts'

/** What is special about a machine of the lab; all else is as Hyper-V makes it. */
export interface LabMachine extends Partial<
  Omit<SimulatedVm, 'id' | 'name' | 'disks' | 'checkpoints' | 'parentCheckpointId'>
> {
  readonly id: string
  readonly name: string
  readonly state: VmState
  readonly baseDisks?: readonly LabDisk[]
  /** What was done with it, oldest first. */
  readonly past?: readonly LabStep[]
}

export interface LabDisk {
  readonly file: string
  /** Left out: where Hyper-V was told to put them. */
  readonly folder?: string
  readonly gigabytes: number
  readonly of: number
  readonly diskNumber?: number
  readonly isShared?: boolean
  readonly isBaseReadable?: boolean
}

/** The machine as it is after its past, its disks chained as Hyper-V would have chained them. */
export function labMachine(machine: LabMachine, now: number): SimulatedVm {
  const { past = [], baseDisks = [systemDisk(machine.name)], ...special } = machine
  const fresh = { ...defaults(machine, now), ...special, disks: disksOf(machine, baseDisks) }
  const random = createRandom(seedOf(machine.id))
  return past.reduce<SimulatedVm>((vm, step) => ({ ...vm, ...after(vm, step, now, random) }), fresh)
}

function defaults(machine: LabMachine, now: number): SimulatedVm {
  const isOn = machine.state === 'Running' || machine.state === 'Paused'
  const memoryStartup = machine.memoryStartup ?? 4 * gigabyte
  return {
    id: machine.id,
    name: machine.name,
    state: machine.state,
    isCritical: false,
    operationalStatus: [2],
    cpuUsage: 0,
    memoryAssigned: isOn ? memoryStartup : 0,
    memoryDemand: isOn ? Math.round(memoryStartup * 0.62) : 0,
    processors: 2,
    memoryStartup,
    isMemoryDynamic: false,
    // What Hyper-V has by itself, and does not use while the memory is fixed.
    memoryMinimum: gigabyte / 2,
    memoryMaximum: 1_024 * gigabyte,
    networkAdapters: [labAdapter(machine.id, 0)],
    uptime: isOn ? 3_600_000 : 0,
    version: '10.0',
    generation: 2,
    createdAt: now - 420 * day,
    notes: '',
    checkpointType: 'Production',
    automaticCheckpoints: false,
    snapshotFileLocation: `D:\\Hyper-V\\Virtual Machines\\${folderName(machine.name)}`,
    configurationFolder: `D:\\Hyper-V\\Virtual Machines\\${folderName(machine.name)}`,
    replication: 'None',
    isClustered: false,
    vss: { enabled: true, status: 'Ok' },
    isBackupServiceFlaky: false,
    writesADay: 0,
    heartbeat: 'OkApplicationsHealthy',
    screen: 'sign-in',
    hasGpuPartition: false,
    parentCheckpointId: null,
    checkpoints: [],
    disks: [],
  }
}

function disksOf(machine: LabMachine, disks: readonly LabDisk[]): readonly SimulatedDisk[] {
  return disks.map((disk, index) => ({
    path: disk.diskNumber === undefined ? `${disk.folder ?? diskFolder}\\${disk.file}` : disk.file,
    fileSize: disk.diskNumber === undefined ? Math.round(disk.gigabytes * gigabyte) : 0,
    size: disk.of * gigabyte,
    controllerType: machine.generation === 1 && index === 0 ? 'IDE' : 'SCSI',
    controllerNumber: 0,
    controllerLocation: index,
    diskNumber: disk.diskNumber ?? null,
    isShared: disk.isShared ?? false,
    isBaseReadable: disk.isBaseReadable ?? true,
    parents: [],
  }))
}

const diskFolder = 'D:\\Hyper-V\\Virtual Hard Disks'

function systemDisk(name: string): LabDisk {
  return { file: `${folderName(name)}.vhdx`, gigabytes: 24, of: 127 }
}

/** Windows does not allow these in the name of a file. */
function folderName(name: string): string {
  return name.replaceAll(/["*/:<>?\\|]/g, '_')
}

/** The last figures of its Id, so that adding a machine to the lab leaves the others as they were. */
function seedOf(id: string): number {
  return Number.parseInt(id.slice(-8), 16)
}
