import { z } from 'zod'
import { CheckpointId, VmId } from './model.ts'

/** One file of a disk's chain. */
export const DiskFile = z.object({
  path: z.string(),
  /** Bytes that it takes on its volume; null where that can't be read. */
  size: z.number().nonnegative().nullable(),
})
export type DiskFile = z.infer<typeof DiskFile>

export const Disk = z.object({
  controllerType: z.enum(['IDE', 'SCSI', 'other']),
  controllerNumber: z.number().int(),
  controllerLocation: z.number().int(),
  /** The number of a pass-through disk; null for a disk that is a file. */
  diskNumber: z.number().int().nullable(),
  isShared: z.boolean(),
  /** Bytes that the guest sees; null where that can't be read. */
  capacity: z.number().nonnegative().nullable(),
  /** The file that takes the writes first, then its parents up to the base disk. Empty for a pass-through disk. */
  chain: z.array(DiskFile),
})
export type Disk = z.infer<typeof Disk>

const NetworkAdapter = z.object({
  name: z.string(),
  /** Null where it is connected to none. */
  switchName: z.string().nullable(),
  /** Twelve hexadecimal digits, in capitals. */
  macAddress: z.string(),
  isMacAddressDynamic: z.boolean(),
  /** As the guest reports them; none for a checkpoint. */
  ipAddresses: z.array(z.string()),
})
export type NetworkAdapter = z.infer<typeof NetworkAdapter>

/** Bytes. */
const MemorySettings = z.object({
  startup: z.number().nonnegative(),
  isDynamic: z.boolean(),
  minimum: z.number().nonnegative(),
  maximum: z.number().nonnegative(),
})

/** What a machine is made of: as it is now, or as it was when a checkpoint was taken. */
const Hardware = z.object({
  processors: z.number().int(),
  memory: MemorySettings,
  disks: z.array(Disk),
  networkAdapters: z.array(NetworkAdapter),
})
export type Hardware = z.infer<typeof Hardware>

/** What costs Hyper-V a question of its own, so it is read of one machine at a time and when somebody looks. */
export const VmDetails = z.object({
  vmId: VmId,
  hardware: Hardware,
  /** Bytes that the guest would like to have; null where it does not say. */
  memoryDemand: z.number().nonnegative().nullable(),
  isClustered: z.boolean(),
  heartbeat: z.enum([
    'ok-applications-healthy',
    'ok-applications-critical',
    'ok-applications-unknown',
    'no-contact',
    'lost-communication',
    'error',
    'paused',
    'off',
    'unknown',
  ]),
})
export type VmDetails = z.infer<typeof VmDetails>

export const CheckpointDetails = z.object({
  vmId: VmId,
  checkpointId: CheckpointId,
  hardware: Hardware,
  /** Configuration and saved state. */
  files: z.array(DiskFile),
})
export type CheckpointDetails = z.infer<typeof CheckpointDetails>

/** The machine's screen in small, as Hyper-V draws it. */
export const Thumbnail = z.object({
  width: z.number().int().positive(),
  height: z.number().int().positive(),
  /** RGB565, two bytes a pixel with the lower one first, row by row; in Base64. */
  pixels: z.base64(),
})
export type Thumbnail = z.infer<typeof Thumbnail>
