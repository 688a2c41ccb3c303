import { z } from 'zod'
import { CheckpointId, type Checkpoint, type CheckpointType, type VmId } from '#contract/model'
import { momentOfText } from './moment-of-text.ts'

/** A checkpoint as Read-Checkpoint.ps1 prints it. */
export const CheckpointReply = z.object({
  id: CheckpointId,
  name: z.string(),
  parentId: CheckpointId.nullable(),
  createdAt: z.string().nullable(),
  /** The name of a SnapshotType. */
  type: z.string(),
  automatic: z.boolean(),
  /** "Saved" where it holds memory, "Off" where it does not; nothing else says so. */
  state: z.string(),
  /** WMI's UserSnapshotType; null where CIM did not answer. */
  policy: z.number().nullable(),
  notes: z.string(),
})
export type CheckpointReply = z.infer<typeof CheckpointReply>

export function checkpointOfReply(reply: CheckpointReply, vmId: VmId): Checkpoint {
  return {
    id: reply.id,
    vmId,
    name: reply.name,
    parentId: reply.parentId,
    createdAt: momentOfText(reply.createdAt),
    category: reply.type === 'Standard' && reply.automatic ? 'automatic' : categoryOf(reply.type),
    isSaved: savedBy.get(reply.state) ?? null,
    policyWhenTaken: reply.policy === null ? null : (policies.get(reply.policy) ?? null),
    notes: reply.notes,
  }
}

/** A kind that we have never heard of is treated as one of those that may not be acted on. */
function categoryOf(type: string): Checkpoint['category'] {
  return categories.get(type) ?? 'backup'
}

const categories: ReadonlyMap<string, Checkpoint['category']> = new Map([
  ['Standard', 'user'],
  ['Recovery', 'backup'],
  ['Planned', 'planned'],
  ['Missing', 'missing'],
  ['Replica', 'replica'],
  ['AppConsistentReplica', 'replica'],
  ['SyncedReplica', 'replica'],
])

const savedBy: ReadonlyMap<string, boolean> = new Map([
  ['Saved', true],
  ['Off', false],
])

/** WMI's UserSnapshotType, which is the cmdlets' CheckpointType. */
export const policies: ReadonlyMap<number, CheckpointType> = new Map([
  [2, 'Disabled'],
  [3, 'Production'],
  [4, 'ProductionOnly'],
  [5, 'Standard'],
])
