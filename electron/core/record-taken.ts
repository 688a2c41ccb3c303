import type { CheckpointRecord } from '#contract/checkpoint-record'
import { fallbackSentence } from '#contract/fallback-text'
import type { CheckpointId, Vm } from '#contract/model'
import type { BackupService } from '#contract/readiness'
import type { Inventory } from './inventory.ts'
import type { Clock } from './ports.ts'
import type { KeptRecords } from './records.ts'
import type { SentWish } from './settle-outcome.ts'
import type { Wish } from './wish.ts'

/** What was known right before a checkpoint was asked for. */
export interface Taking {
  readonly sent: SentWish
  readonly backupService: BackupService
  /** ISO; the host's log is read from then on. */
  readonly since: string
}

/**
 * Reads back what was taken and records it. Answers the sentence about it that the user has to know; else null. What was
 * recorded before was known better then, and stays.
 */
export type RecordTaken = (taking: Taking, checkpointId: CheckpointId) => Promise<string | null>

interface Dependencies {
  readonly inventory: Inventory
  readonly records: Pick<KeptRecords, 'knows' | 'put'>
  readonly clock: Pick<Clock, 'now'>
  /** Who is signed in; empty where that is unknown. */
  readonly by: string
}

export function createRecorder({ inventory, records, clock, by }: Dependencies): RecordTaken {
  return async (taking, checkpointId) => {
    if (records.knows(checkpointId)) return null
    const { vmId } = taking.sent
    // The checkpoint is there all the same; of what can't be read nothing is claimed.
    const vm = await inventory.fresh(vmId).catch(() => null)
    const record = recordOf(taking, checkpointId, vm, { by, now: new Date(clock.now()).toISOString() })
    const hasFallen = hasFallenBack(record, vm)
    const event = hasFallen ? await lastEvent(vmId, taking.since) : null
    records.put({ ...record, fallback: hasFallen ? { event, isRead: false } : null })
    return hasFallen ? fallbackSentence(record) : null
  }

  async function lastEvent(vmId: Vm['id'], since: string): Promise<string | null> {
    try {
      return await inventory.host().readLastEvent(vmId, since)
    } catch {
      return null
    }
  }
}

function recordOf(
  { sent: { vmId, wish, before }, backupService }: Taking,
  checkpointId: CheckpointId,
  vm: Vm | null,
  { by, now }: { readonly by: string; readonly now: string },
): CheckpointRecord {
  const creation = wish.kind === 'create-checkpoint' ? wish : null
  return {
    checkpointId,
    vmId,
    takenAt: checkpointIn(vm, checkpointId)?.createdAt ?? now,
    asked: creation?.type ?? before.policy.type,
    // Of a machine that is in another state by now nobody can tell in which of the two it was taken.
    stateBefore: vm === null || vm.state === before.state ? before.state : 'Other',
    backupService,
    by,
    reason: creation?.reason ?? '',
    purpose: purposeOf(wish),
    setId: creation?.setId ?? null,
    fallback: null,
  }
}

function purposeOf({ kind }: Wish): CheckpointRecord['purpose'] {
  if (kind === 'apply-checkpoint') return 'before-apply'
  return kind === 'revert' ? 'before-revert' : 'asked'
}

/** Of a state that was kept before going back nobody asked for a kind, and with its memory it is all the better kept. */
function hasFallenBack(
  { checkpointId, asked, stateBefore, purpose }: CheckpointRecord,
  vm: Vm | null,
): boolean {
  const isAskedFor = purpose === 'asked' && (asked === 'Production' || asked === 'ProductionOnly')
  return isAskedFor && stateBefore === 'Running' && checkpointIn(vm, checkpointId)?.isSaved === true
}

function checkpointIn(vm: Vm | null, checkpointId: CheckpointId): Vm['checkpoints'][number] | undefined {
  return vm?.checkpoints.find(({ id }) => id === checkpointId)
}
