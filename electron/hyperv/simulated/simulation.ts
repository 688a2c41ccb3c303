import type { CheckpointType, VmState } from '#contract/model'

/**
 * Hyper-V as it behaves, in memory: what a cmdlet or a WMI method would find and do. One simulation stands behind
 * the demo host (host.ts) and behind the stand-in PowerShell module, so that its rules are written once.
 */
export interface Simulation {
  readonly hostName: string
  readonly culture: 'en-US' | 'de-DE'
  /** Live values, to be read and not to be changed. */
  readonly vms: () => readonly SimulatedVm[]
  readonly vm: (vmId: string) => SimulatedVm | undefined
  /** Every job that runs or ended in the last five minutes, as Hyper-V keeps them. */
  readonly jobs: () => readonly SimulatedJob[]
  /** Called after each change, with the virtual machine that changed; null where one came or went. */
  readonly onChange: (listener: (vmId: string | null) => void) => () => void

  /*
   * What follows rejects with `SimulatedError`, and settles when Hyper-V would have answered. `onJob` is called with
   * the job as soon as there is one, so that its percent can be followed.
   */
  /** Answers the Id of the new checkpoint. Without a name it gets Hyper-V's default. A name is set in a second step. */
  readonly createCheckpoint: (vmId: string, name: string | null, onJob?: OnJob) => Promise<string>
  /** Saves a running or paused machine first, and starts it again afterwards if it ran and the checkpoint holds memory. */
  readonly applyCheckpoint: (vmId: string, checkpointId: string, onJob?: OnJob) => Promise<void>
  readonly renameCheckpoint: (vmId: string, checkpointId: string, name: string) => Promise<void>
  readonly setCheckpointNotes: (vmId: string, checkpointId: string, notes: string) => Promise<void>
  readonly exportCheckpoint: (
    vmId: string,
    checkpointId: string,
    folder: string,
    onJob?: OnJob,
  ) => Promise<void>
  /** Settles when the checkpoint is gone from the tree; the merge goes on as a job of its own (type 50). */
  readonly removeCheckpoint: (
    vmId: string,
    checkpointId: string,
    withSubtree: boolean,
    onJob?: OnJob,
  ) => Promise<void>
  readonly changeSettings: (vmId: string, changes: SimulatedSettings) => Promise<void>
  /** Offers the guest the service that brings its data in order for a backup. */
  readonly enableBackupService: (vmId: string) => Promise<void>
  readonly changePower: (
    vmId: string,
    action: 'start' | 'shut-down' | 'turn-off' | 'save' | 'pause' | 'resume',
  ) => Promise<void>
  /** Ends a job before it is finished; rejects where it has ended or does not let itself be cancelled. */
  readonly cancelJob: (jobId: string) => Promise<void>
  /** A backup program takes its recovery checkpoint, and drops it some time later. */
  readonly startBackup: (vmId: string) => Promise<void>

  /** Folders of the simulated host, in Windows' way of writing. */
  readonly folder: (path: string) => SimulatedFolder | undefined
  readonly drives: () => readonly string[]
  /** With what is free on each now: files take it, and give it back when they are gone. */
  readonly volumes: () => readonly SimulatedVolume[]
  /** Every file of a machine, of a checkpoint, and of nobody, each once and as large as it is now. */
  readonly files: () => readonly SimulatedFile[]
  /** What the host's log says of checkpoints, oldest first. */
  readonly events: () => readonly SimulatedEvent[]
  /** The guest starts or stops to answer, or somebody offers it the service or no longer does. */
  readonly setBackupService: (vmId: string, changes: Partial<SimulatedVm['vss']>) => void
  /** Stops every timer. */
  readonly stop: () => void
}

export type OnJob = (job: SimulatedJob) => void

/** What a machine is made of beside its disks, which a checkpoint keeps as it was. */
export interface SimulatedHardware {
  readonly processors: number
  /** Bytes. */
  readonly memoryStartup: number
  readonly isMemoryDynamic: boolean
  readonly memoryMinimum: number
  readonly memoryMaximum: number
  readonly networkAdapters: readonly SimulatedNetworkAdapter[]
}

export interface SimulatedNetworkAdapter {
  readonly name: string
  /** Null where it is connected to none. */
  readonly switchName: string | null
  readonly macAddress: string
  readonly isMacAddressDynamic: boolean
  /** What the guest reports while it runs. */
  readonly ipAddresses: readonly string[]
}

export interface SimulatedVm extends SimulatedHardware {
  readonly id: string
  readonly name: string
  readonly state: VmState
  /** WMI's HealthState is not 5. */
  readonly isCritical: boolean
  /** WMI's numbers: 2 OK; 11 in service, followed by 32768 creating, 32769 applying, 32772 merging, 32773 exporting … */
  readonly operationalStatus: readonly number[]
  readonly cpuUsage: number
  /** Bytes. */
  readonly memoryAssigned: number
  /** What the guest would like to have; 0 where it does not say. */
  readonly memoryDemand: number
  /** Milliseconds. */
  readonly uptime: number
  readonly version: string
  readonly generation: 1 | 2
  /** Milliseconds since 1970. */
  readonly createdAt: number
  readonly notes: string
  readonly checkpointType: CheckpointType
  readonly automaticCheckpoints: boolean
  readonly snapshotFileLocation: string
  readonly configurationFolder: string
  readonly replication: 'None' | 'Primary' | 'Replica' | 'TestReplica' | 'ExtendedReplica'
  readonly isClustered: boolean
  /** The guest's backup integration service: whether it is offered, and what the guest says of it while it runs. */
  readonly vss: { readonly enabled: boolean; readonly status: 'Ok' | 'Degraded' | 'NoContact' }
  /** Whether the guest stops to answer now and then, and answers again later. */
  readonly isBackupServiceFlaky: boolean
  /** Bytes that the guest writes in a day while it runs. */
  readonly writesADay: number
  /** What the guest's heartbeat says while it runs. */
  readonly heartbeat:
    'OkApplicationsHealthy' | 'OkApplicationsCritical' | 'OkApplicationsUnknown' | 'NoContact'
  /** What its screen shows while it is on. */
  readonly screen: 'sign-in' | 'desktop' | 'console'
  readonly hasGpuPartition: boolean
  readonly parentCheckpointId: string | null
  readonly checkpoints: readonly SimulatedCheckpoint[]
  readonly disks: readonly SimulatedDisk[]
}

export interface SimulatedCheckpoint {
  readonly id: string
  readonly vmId: string
  readonly name: string
  readonly parentId: string | null
  readonly createdAt: number
  readonly type:
    'Realized' | 'Recovery' | 'Planned' | 'Missing' | 'Replica:Standard' | 'Replica:ApplicationConsistent'
  readonly isAutomatic: boolean
  readonly isSaved: boolean
  /** The machine's policy when it was taken (WMI's UserSnapshotType). */
  readonly policyWhenTaken: CheckpointType
  readonly notes: string
  /** Bytes of configuration and saved state. */
  readonly systemFilesSize: number
  /** As it was when it was taken. */
  readonly hardware: SimulatedHardware
  readonly disks: readonly SimulatedDisk[]
}

/** One disk as the machine or a checkpoint has it; `parents` goes up to the base disk. */
export interface SimulatedDisk {
  readonly path: string
  /** Bytes of this file alone. */
  readonly fileSize: number
  readonly size: number
  readonly controllerType: 'IDE' | 'SCSI'
  readonly controllerNumber: number
  readonly controllerLocation: number
  /** A pass-through disk has a number and no file. */
  readonly diskNumber: number | null
  readonly isShared: boolean
  /** Whether the base file, at the end of its chain, can be opened. */
  readonly isBaseReadable: boolean
  readonly parents: readonly { readonly path: string; readonly fileSize: number }[]
}

export interface SimulatedFile {
  readonly path: string
  /** Bytes. */
  readonly size: number
}

export interface SimulatedVolume {
  /** Such as `D:\`. */
  readonly root: string
  /** Bytes. */
  readonly size: number
  readonly free: number
}

export interface SimulatedEvent {
  readonly vmId: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** In the host's language. */
  readonly message: string
}

export interface SimulatedJob {
  readonly id: string
  readonly vmId: string
  /** WMI's numbers: 50 merging disks, 62 export, 70 create, 71 apply, 72 delete. */
  readonly type: number
  readonly state: 'Running' | 'Completed' | 'Terminated' | 'Exception'
  readonly percent: number
  readonly startedAt: number
  readonly isCancellable: boolean
}

export interface SimulatedSettings {
  readonly checkpointType?: CheckpointType | undefined
  readonly automaticCheckpoints?: boolean | undefined
  readonly snapshotFileLocation?: string | undefined
  readonly notes?: string | undefined
}

export interface SimulatedFolder {
  readonly path: string
  readonly isWritable: boolean
  readonly folders: readonly string[]
}

/** An error as Hyper-V's cmdlets report one: the id before the first comma, its category, and a text for people. */
export class SimulatedError extends Error {
  readonly errorId: string
  readonly category: string
  readonly target: string | null

  constructor(errorId: string, category: string, message: string, target: string | null = null) {
    super(message)
    this.name = 'SimulatedError'
    this.errorId = errorId
    this.category = category
    this.target = target
  }
}
