import { CheckpointRecord } from '#contract/checkpoint-record'
import { labVmId } from './lab-vm-id.ts'
import { createLab } from './lab.ts'
import type { SimulatedCheckpoint } from './simulation.ts'

/**
 * What the app knows of checkpoints of the lab from the beginning, as if it had taken them itself: that some are production
 * checkpoints, that one is none though one was asked for, and that one keeps what was reverted from.
 */
export function labRecords(now: number): readonly CheckpointRecord[] {
  const checkpoints = createLab(now).flatMap((vm) => vm.checkpoints)
  return checkpoints.flatMap((checkpoint) => {
    const known = knownOf(checkpoint)
    return known === null ? [] : CheckpointRecord.parse({ ...defaults(checkpoint), ...known })
  })
}

function defaults({ id, vmId, createdAt, policyWhenTaken }: SimulatedCheckpoint): object {
  return {
    checkpointId: id,
    vmId,
    takenAt: new Date(createdAt).toISOString(),
    asked: policyWhenTaken,
    stateBefore: 'Running',
    backupService: 'ok',
    by: 'HV-LAB\\Administrator',
    reason: '',
    purpose: 'asked',
    setId: null,
    fallback: null,
  }
}

function knownOf({ vmId, name }: SimulatedCheckpoint): object | null {
  if (vmId === labVmId.nightly) return { reason: 'Before the tests of the night' }
  if (vmId !== labVmId.portal) return null
  const fellBack = { backupService: 'disabled', fallback: { event: null, isRead: true } }
  return name.startsWith('Before reverting')
    ? { ...fellBack, purpose: 'before-revert' }
    : { ...fellBack, reason: 'The navigation is replaced' }
}
