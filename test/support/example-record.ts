import type { CheckpointRecord } from '#contract/checkpoint-record'
import { exampleCheckpoint } from './example-vm.ts'

/** Of the first example checkpoint: a production checkpoint of a running machine, asked for by somebody. */
export function exampleRecord(change: Partial<CheckpointRecord> = {}): CheckpointRecord {
  const { id, vmId } = exampleCheckpoint(1)
  return {
    checkpointId: id,
    vmId,
    takenAt: '2026-11-20T10:00:00.000Z',
    asked: 'Production',
    stateBefore: 'Running',
    backupService: 'ok',
    by: 'anna',
    reason: '',
    purpose: 'asked',
    setId: null,
    fallback: null,
    ...change,
  }
}
