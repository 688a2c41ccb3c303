import type { CheckpointId } from '#contract/model'
import type { Inventory } from './inventory.ts'
import { keptSince } from './outcome.ts'
import type { OnProgress } from './ports.ts'
import type { RecordTaken, Taking } from './record-taken.ts'
import type { SentWish, SettleOutcome } from './settle-outcome.ts'
import { keepsCurrent } from './wish.ts'
import type { WorkResult } from './work.ts'

/** Settles what was sent and not answered, and records the checkpoint that was taken for it, whatever became of the rest. */
export type SettleTaking = (taking: Taking, onProgress: OnProgress) => Promise<WorkResult>

interface Dependencies {
  readonly inventory: Pick<Inventory, 'vms'>
  readonly settle: SettleOutcome
  readonly recordTaken: RecordTaken
}

export function createTakingSettler({ inventory, settle, recordTaken }: Dependencies): SettleTaking {
  /** The current state may have been kept although nothing was gone back from. */
  function keptBy({ vmId, wish, before }: SentWish): CheckpointId | undefined {
    const vm = inventory.vms().find(({ id }) => id === vmId)
    return vm !== undefined && keepsCurrent(wish) ? keptSince(wish, before, vm)?.id : undefined
  }

  return async (taking, onProgress) => {
    const { sent } = taking
    try {
      const result = await settle(sent, onProgress)
      const taken = sent.wish.kind === 'create-checkpoint' ? result.checkpointId : result.keptId
      if (taken === undefined) return result
      const sentences = [await recordTaken(taking, taken), result.remark ?? null].filter(
        (each) => each !== null,
      )
      return { ...result, remark: sentences.length === 0 ? null : sentences.join(' ') }
    } catch (error) {
      const keptId = keptBy(sent)
      if (keptId !== undefined) await recordTaken(taking, keptId)
      throw error
    }
  }
}
