import type { CheckpointType, VmState } from '#contract/model'
import { checkpointDefaultName } from './checkpoint-default-name.ts'
import type { NamedKind } from './checkpoint-default-name.ts'
import { withApplied, withCheckpoint } from './checkpoint-tree.ts'
import { createRandom } from './random.ts'
import type { Random } from './random.ts'
import type { SimulatedCheckpoint, SimulatedDisk, SimulatedVm } from './simulation.ts'

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
  /** Without a folder. */
  readonly file: string
  readonly gigabytes: number
  readonly of: number
  readonly diskNumber?: number
  readonly isShared?: boolean
}

/** Takes a checkpoint, or applies an earlier one by its name so that what follows branches off it. */
export type LabStep = LabTake | { readonly apply: string }

export interface LabTake {
  /** Null for the name that Hyper-V gives by itself. */
  readonly take: string | null
  /** Milliseconds before now. */
  readonly ago: number
  /** What was written since the step before, in gigabytes. */
  readonly grew?: number
  readonly isSaved?: boolean
  readonly policy?: CheckpointType
  readonly type?: SimulatedCheckpoint['type']
  readonly isAutomatic?: boolean
  readonly notes?: string
}

/** The machine as it is after its past, its disks chained as Hyper-V would have chained them. */
export function labMachine(machine: LabMachine, now: number): SimulatedVm {
  const { past = [], baseDisks = [systemDisk(machine.name)], ...special } = machine
  const fresh = { ...defaults(machine, now), ...special, disks: disksOf(machine, baseDisks) }
  const random = createRandom(seedOf(machine.id))
  return past.reduce<SimulatedVm>((vm, step) => ({ ...vm, ...after(vm, step, now, random) }), fresh)
}

export const gigabyte = 1024 ** 3
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

function after(vm: SimulatedVm, step: LabStep, now: number, random: Random): Partial<SimulatedVm> {
  if ('take' in step)
    return withCheckpoint(grown(vm, step.grew ?? 1), taken(vm, step, now, random), random.guid)
  const checkpoint = vm.checkpoints.find((each) => each.name === step.apply)
  return checkpoint === undefined ? {} : withApplied(vm, checkpoint, random.guid)
}

function taken(
  vm: SimulatedVm,
  step: LabTake,
  now: number,
  random: Random,
): Omit<SimulatedCheckpoint, 'parentId' | 'disks'> {
  const isSaved = step.isSaved ?? false
  const createdAt = now - step.ago
  return {
    id: random.guid(),
    vmId: vm.id,
    name: step.take ?? checkpointDefaultName(kindOf(step), vm.name, createdAt, 'en-US'),
    createdAt,
    type: step.type ?? 'Realized',
    isAutomatic: step.isAutomatic ?? false,
    isSaved,
    policyWhenTaken: step.policy ?? vm.checkpointType,
    notes: step.notes ?? '',
    systemFilesSize: 4 * 1024 ** 2 + (isSaved ? vm.memoryStartup : 0),
  }
}

function kindOf(step: LabTake): NamedKind {
  if (step.type === 'Recovery') return 'backup'
  return step.isAutomatic === true ? 'automatic' : 'user'
}

/** The first disk takes most of what is written. */
function grown(vm: SimulatedVm, gigabytes: number): SimulatedVm {
  const disks = vm.disks.map((disk, index) => {
    // A base disk has its size already.
    if (disk.parents.length === 0 || disk.diskNumber !== null) return disk
    return { ...disk, fileSize: Math.round((gigabytes * gigabyte) / (index + 1)) }
  })
  return { ...vm, disks }
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
    memoryStartup,
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
    vss: { enabled: true, status: isOn ? 'Ok' : 'NoContact' },
    hasGpuPartition: false,
    parentCheckpointId: null,
    checkpoints: [],
    disks: [],
  }
}

function disksOf(machine: LabMachine, disks: readonly LabDisk[]): readonly SimulatedDisk[] {
  return disks.map((disk, index) => ({
    path: disk.diskNumber === undefined ? `D:\\Hyper-V\\Virtual Hard Disks\\${disk.file}` : disk.file,
    fileSize: disk.diskNumber === undefined ? Math.round(disk.gigabytes * gigabyte) : 0,
    size: disk.of * gigabyte,
    controllerType: machine.generation === 1 && index === 0 ? 'IDE' : 'SCSI',
    controllerNumber: 0,
    controllerLocation: index,
    diskNumber: disk.diskNumber ?? null,
    isShared: disk.isShared ?? false,
    parents: [],
  }))
}

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
