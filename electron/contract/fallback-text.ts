import type { CheckpointRecord } from './checkpoint-record.ts'
import type { BackupService } from './readiness.ts'

/** No zod in here: the renderer imports this file at run time. */

/** In one sentence: production was asked for and was not got, and why, as far as that is known. */
export function fallbackSentence({ backupService }: Pick<CheckpointRecord, 'backupService'>): string {
  return `A production checkpoint was not possible${clauses[backupService]}, so this is a standard one, with memory.`
}

const clauses: Readonly<Record<BackupService, string>> = {
  ok: ' although the guest’s backup service answered before',
  degraded: ' although the guest’s backup service answered before',
  silent: ' because the guest’s backup service did not answer',
  disabled: ' because the guest’s backup service is turned off',
  absent: ' because the guest has no backup service',
  unknown: '',
}
