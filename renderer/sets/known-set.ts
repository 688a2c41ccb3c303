import type { CheckpointId } from '#contract/model'
import { useRecords } from '../stores/records.ts'
import { useVms } from '../stores/vms.ts'
import { setMembers, type SetMember } from './set-members.ts'

/** The checkpoints that were taken together with this one, itself among them; none where it was taken alone, or is the last. */
export function knownSet(checkpointId: CheckpointId): readonly SetMember[] {
  const records = useRecords().byId
  const setId = records.get(checkpointId)?.setId ?? null
  const members = setId === null ? [] : setMembers(setId, records, useVms().byId)
  return members.length > 1 ? members : []
}
