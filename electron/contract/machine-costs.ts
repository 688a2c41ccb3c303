import { z } from 'zod'
import { Disk, DiskFile } from './machine-details.ts'
import { CheckpointId, VmId } from './model.ts'
import { Volume } from './readiness.ts'

/** Every file of a machine and of its checkpoints, each with its size. Read when somebody looks, and not with the list. */
export const VmCosts = z.object({
  vmId: VmId,
  /** What takes the writes now, with all above it. */
  disks: z.array(Disk),
  checkpoints: z.array(
    z.object({
      checkpointId: CheckpointId,
      /** Configuration and saved state; none where nothing of the checkpoint could be read, not even its disks. */
      files: z.array(DiskFile),
      disks: z.array(Disk),
    }),
  ),
  /** Those that any of these files is on. */
  volumes: z.array(Volume),
})
export type VmCosts = z.infer<typeof VmCosts>

/** What of the host's storage belongs to no single machine. */
export const HostStorage = z.object({
  volumes: z.array(Volume),
  /** Differencing disks in the folders of the machines' disks that no machine and no checkpoint uses. Never touched. */
  leftBehind: z.array(DiskFile),
})
export type HostStorage = z.infer<typeof HostStorage>
