import { z } from 'zod'
import { VmId } from './model.ts'

/** What holds files of a virtual machine: a drive, or a volume mounted in a folder. */
export const Volume = z.object({
  /** Where it begins, such as `D:\`. */
  root: z.string(),
  /** Bytes; null where the host does not say, as of a share. */
  size: z.number().nonnegative().nullable(),
  free: z.number().nonnegative().nullable(),
})
export type Volume = z.infer<typeof Volume>

/**
 * The guest's service that makes production checkpoints (VSS in Windows, file-system freeze in Linux), found by its
 * component, since its name is in the host's language. `silent`: it is offered to the guest, which does not answer.
 */
export const BackupService = z.enum(['ok', 'degraded', 'silent', 'disabled', 'absent', 'unknown'])
export type BackupService = z.infer<typeof BackupService>

/** What besides its policy and state decides what a checkpoint of a machine will be. It takes Hyper-V a question each. */
export const Readiness = z.object({
  vmId: VmId,
  backupService: BackupService,
  /** Disks that no checkpoint holds. */
  passThroughDisks: z.number().int().nonnegative(),
  /** Disks that another machine may be writing to, VHD sets included. */
  sharedDisks: z.number().int().nonnegative(),
  /** Hyper-V takes no checkpoint of a machine with a GPU partition. Null where the host does not say. */
  hasGpuPartition: z.boolean().nullable(),
  isClustered: z.boolean(),
  /** Those that a checkpoint taken now would write to: of its disks, and of the checkpoint file location. */
  volumes: z.array(Volume),
})
export type Readiness = z.infer<typeof Readiness>
