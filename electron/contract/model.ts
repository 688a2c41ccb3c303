import { z } from 'zod'
import type { ErrorCode } from './errors.ts'

/** Hyper-V's Ids, always in lower case, so that they can be compared as text. */
export const VmId = z.guid('This is not the Id of a virtual machine.').toLowerCase().brand<'VmId'>()
export type VmId = z.infer<typeof VmId>

export const CheckpointId = z
  .guid('This is not the Id of a checkpoint.')
  .toLowerCase()
  .brand<'CheckpointId'>()
export type CheckpointId = z.infer<typeof CheckpointId>

/** Made by this app, one per operation that was accepted. */
export const OperationId = z.guid().toLowerCase().brand<'OperationId'>()
export type OperationId = z.infer<typeof OperationId>

/** Hyper-V's own, of something that it works on. */
export const JobId = z.guid('This is not the Id of a job.').toLowerCase().brand<'JobId'>()
export type JobId = z.infer<typeof JobId>

export const Moment = z.iso.datetime()

/** Hyper-V's own names of a state, without its `…Critical` variants: those are `isCritical`. */
export const VmState = z.enum([
  'Running',
  'Off',
  'Saved',
  'Paused',
  'Starting',
  'Stopping',
  'Saving',
  'Pausing',
  'Resuming',
  'Reset',
  'Hibernated',
  'Other',
])
export type VmState = z.infer<typeof VmState>

/** Production falls back to Standard; ProductionOnly does not. */
export const CheckpointType = z.enum(['Disabled', 'Production', 'ProductionOnly', 'Standard'])
export type CheckpointType = z.infer<typeof CheckpointType>

export const CheckpointPolicy = z.object({
  type: CheckpointType,
  automatic: z.boolean(),
  /** For configuration and saved state only: AVHDX files always stay beside their parent disk. */
  location: z.string(),
})
export type CheckpointPolicy = z.infer<typeof CheckpointPolicy>

/** What Hyper-V is doing with a virtual machine, whoever asked for it. */
export const VmActivity = z.object({
  kind: z.enum([
    'creating-checkpoint',
    'applying-checkpoint',
    'deleting-checkpoint',
    'merging-disks',
    'exporting',
    'backing-up',
    'waiting-to-start',
    'moving',
    'busy',
  ]),
  /** 0 to 100; null where the host does not say. */
  percent: z.number().min(0).max(100).nullable(),
  /** The job behind it; null where the host shows none. */
  job: z.object({ id: JobId, isCancellable: z.boolean() }).nullable(),
})
export type VmActivity = z.infer<typeof VmActivity>

/** What the list's rows make of a checkpoint; only `user` and `automatic` ones may be acted on. */
export const CheckpointCategory = z.enum(['user', 'automatic', 'backup', 'replica', 'planned', 'missing'])
export type CheckpointCategory = z.infer<typeof CheckpointCategory>

export const Checkpoint = z.object({
  id: CheckpointId,
  vmId: VmId,
  name: z.string(),
  /** Null for a root, and for one whose parent the host does not know. */
  parentId: CheckpointId.nullable(),
  createdAt: Moment.nullable(),
  category: CheckpointCategory,
  /** Whether it holds a saved state, that is, memory. Null where the host does not say. */
  isSaved: z.boolean().nullable(),
  /** The virtual machine's policy when it was taken. Null where the host does not say. */
  policyWhenTaken: CheckpointType.nullable(),
  notes: z.string(),
})
export type Checkpoint = z.infer<typeof Checkpoint>

/** The figures that change all the time. They travel apart from the rest. */
export const VmLoad = z.object({
  /** Percent of the host's processors. */
  cpuUsage: z.number().nonnegative().nullable(),
  /** Bytes. */
  memoryAssigned: z.number().nonnegative().nullable(),
  /** Milliseconds. */
  uptime: z.number().nonnegative().nullable(),
})
export type VmLoad = z.infer<typeof VmLoad>

export const Vm = z.object({
  id: VmId,
  name: z.string(),
  state: VmState,
  /** Hyper-V's `…Critical`: its storage can't be reached, or the volume is full. */
  isCritical: z.boolean(),
  activity: VmActivity.nullable(),
  /** What the host says of it in its own language. Shown, never matched. */
  statusText: z.string(),
  load: VmLoad,
  /** Configuration version, such as "9.0". */
  version: z.string(),
  generation: z.number().int(),
  createdAt: Moment.nullable(),
  notes: z.string(),
  policy: CheckpointPolicy,
  configurationFolder: z.string(),
  replication: z.enum(['None', 'Primary', 'Replica', 'TestReplica', 'ExtendedReplica']),
  /** The checkpoint that "Now" hangs under. */
  parentCheckpointId: CheckpointId.nullable(),
  /** Oldest first. */
  checkpoints: z.array(Checkpoint),
})
export type Vm = z.infer<typeof Vm>

const FailureSchema = z.object({
  code: z.custom<ErrorCode>((value) => typeof value === 'string'),
  message: z.string(),
  detail: z.string().optional(),
})

const OperationKind = z.enum([
  'create-checkpoint',
  'apply-checkpoint',
  'revert',
  'rename-checkpoint',
  'change-checkpoint-notes',
  'export-checkpoint',
  'delete-checkpoint',
  'delete-checkpoint-subtree',
  'change-checkpoint-policy',
  'enable-backup-service',
  'start',
  'shut-down',
  'turn-off',
  'save',
  'pause',
  'resume',
])

/** One accepted request to change something, followed to its end. */
export const Operation = z.object({
  id: OperationId,
  kind: OperationKind,
  vmId: VmId,
  vmName: z.string(),
  /** The checkpoint acted on; for create-checkpoint the one that was made, once it is known. */
  checkpointId: CheckpointId.nullable(),
  checkpointName: z.string().nullable(),
  /**
   * `waiting`: it is not sent yet, so that it can be undone. `merging`: Hyper-V has answered, the disks are still being
   * merged. `undone`: it was taken back before it was sent. `unknown`: the host could not be asked how it ended.
   */
  state: z.enum(['waiting', 'queued', 'running', 'merging', 'done', 'undone', 'failed', 'unknown']),
  /** How it can be taken back; null where it can't be, or not any more. */
  undo: z
    .union([
      /** It is sent at that moment. */
      z.object({ by: z.literal('not-sending'), until: Moment }),
      /** The state that it replaced was kept. */
      z.object({ by: z.literal('going-back'), checkpointId: CheckpointId }),
    ])
    .nullable(),
  /** True while the current state is being kept as a checkpoint, before the operation proper. */
  isKeepingCurrent: z.boolean(),
  /** True where an earlier start of the app began it, and this one found it again. */
  isRecovered: z.boolean(),
  /** 0 to 100; null where the host does not say. */
  percent: z.number().min(0).max(100).nullable(),
  startedAt: Moment,
  endedAt: Moment.nullable(),
  error: FailureSchema.nullable(),
  /** A sentence about an operation that ended well, but not quite as asked. */
  remark: z.string().nullable(),
})
export type Operation = z.infer<typeof Operation>

export const HostStatus = z.object({
  /** `demo`: the built-in simulated host. */
  kind: z.enum(['hyper-v', 'demo']),
  /** The computer's name. */
  name: z.string(),
  connection: z.enum(['connecting', 'live', 'lost']),
  /** Why the host can't be reached, or null. */
  problem: FailureSchema.nullable(),
  /** What we speak to, such as "Windows PowerShell 5.1"; empty while connecting. */
  description: z.string(),
  /** Why this is the demo host, in one sentence; null where it was asked for, or it is not one. */
  demoReason: z.string().nullable(),
  /** How this host writes a path. */
  pathStyle: z.enum(['windows', 'posix']),
  /** When the list was last read whole. */
  readAt: Moment.nullable(),
})
export type HostStatus = z.infer<typeof HostStatus>

export const FolderListing = z.object({
  /** The folder listed; empty for the list of drives. */
  path: z.string(),
  /** Null at the top. */
  parent: z.string().nullable(),
  folders: z.array(z.object({ name: z.string(), path: z.string() })),
})
export type FolderListing = z.infer<typeof FolderListing>
