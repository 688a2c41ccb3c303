import { z } from 'zod'
import { CheckpointId, CheckpointType, Moment, VmId, VmState } from './model.ts'
import { BackupService } from './readiness.ts'

/** Several checkpoints that were taken together. */
export const SetId = z.guid('This is not the Id of a set.').toLowerCase().brand<'SetId'>()
export type SetId = z.infer<typeof SetId>

/**
 * What was known when this app took a checkpoint, and can't be read from the checkpoint afterwards. Kept by its Id; where
 * it is lost, certainty is lost and nothing else.
 */
export const CheckpointRecord = z.object({
  checkpointId: CheckpointId,
  vmId: VmId,
  takenAt: Moment,
  /** The kind that was asked for: the machine's policy, or what was chosen for this one. */
  asked: CheckpointType,
  stateBefore: VmState,
  backupService: BackupService,
  /** Who was signed in; empty where that is unknown. */
  by: z.string(),
  reason: z.string(),
  /** `before-…`: it holds the state that was gone back from. */
  purpose: z.enum(['asked', 'before-apply', 'before-revert']),
  setId: SetId.nullable(),
  /** Where production was asked for and was not got, until somebody has read that. */
  fallback: z
    .object({
      /** The last event of the host's log that fits, in the host's language; null where there is none. */
      event: z.string().nullable(),
      isRead: z.boolean(),
    })
    .nullable(),
})
export type CheckpointRecord = z.infer<typeof CheckpointRecord>
