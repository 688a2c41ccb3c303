import { type AppError, assertNever, failureOf } from '#contract/errors'
import type { CheckpointId, Vm, VmId } from '#contract/model'
import type { BackupService } from '#contract/readiness'
import type { Inventory } from './inventory.ts'
import type { VmBefore } from './journal-entry.ts'
import { outcomeOf, type WishOutcome } from './outcome.ts'
import { notDone, notKnown } from './outcome-failures.ts'
import type { Clock, OnProgress } from './ports.ts'
import type { ReadReadiness } from './readiness-in-time.ts'
import { isUnderWay } from './under-way.ts'
import type { Wish } from './wish.ts'
import type { WorkResult } from './work.ts'

/** Finds out what became of a wish that was sent and whose answer never came. Sends nothing. */
export interface SentWish {
  readonly vmId: VmId
  readonly vmName: string
  readonly wish: Wish
  readonly before: VmBefore
}

/** Answers where it was done; rejects with `operation-failed` where it was not, and with `outcome-unknown` where nothing shows it. */
export type SettleOutcome = (sent: SentWish, onProgress: OnProgress) => Promise<WorkResult>

/**
 * Milliseconds between one look and the next. What was on its way when the answer got lost has reached Hyper-V by then: a
 * PowerShell that outlives its app may first have to load the module, and a host with much to do is slow to begin.
 */
const pausesBetweenLooks: readonly number[] = [2_000, 8_000]
/** What was seen under way has arrived. */
const pausesOnceArrived: readonly number[] = [2_000]
const patience = { looks: 30, milliseconds: 2_000 }

export function createOutcomeSettler(
  inventory: Inventory,
  clock: Clock,
  readReadiness: ReadReadiness,
): SettleOutcome {
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => clock.after(milliseconds, resolve))

  /** A host that can't be asked may be back in a moment. Null where it is not, or the machine is gone. */
  async function look(vmId: VmId): Promise<Vm | null> {
    for (let looks = 1; ; looks += 1) {
      try {
        return await inventory.fresh(vmId)
      } catch (error) {
        if (failureOf(error).code === 'vm-not-found' || looks === patience.looks) return null
        await pause(patience.milliseconds)
      }
    }
  }

  async function serviceNow({ vmId, wish }: SentWish): Promise<BackupService> {
    if (wish.kind !== 'enable-backup-service') return 'unknown'
    return (await readReadiness(vmId))?.backupService ?? 'unknown'
  }

  async function outcomeNow(sent: SentWish, vm: Vm | null): Promise<WishOutcome> {
    return vm === null ? { kind: 'unknown' } : outcomeOf(sent.wish, sent.before, vm, await serviceNow(sent))
  }

  async function followed({ vmId, wish }: SentWish, onProgress: OnProgress): Promise<void> {
    await inventory.until(vmId, (vm) => {
      if (!isUnderWay(wish, vm)) return true
      onProgress(vm.activity?.percent ?? null)
      return false
    })
  }

  return async (sent, onProgress) => {
    let pauses = pausesBetweenLooks
    for (;;) {
      const vm = await look(sent.vmId)
      const outcome = await outcomeNow(sent, vm)
      if (outcome.kind === 'under-way') {
        await followed(sent, onProgress)
        pauses = pausesOnceArrived
        continue
      }
      const { isCertain, end } = endOf(outcome, sent, vm)
      const [milliseconds, ...others] = pauses
      if (isCertain || milliseconds === undefined) return end()
      pauses = others
      await pause(milliseconds)
    }
  }
}

interface PossibleEnd {
  /** It will not be another at a later look. */
  readonly isCertain: boolean
  readonly end: () => WorkResult
}

function endOf(
  outcome: Exclude<WishOutcome, { readonly kind: 'under-way' }>,
  sent: SentWish,
  vm: Vm | null,
): PossibleEnd {
  switch (outcome.kind) {
    case 'done': {
      const { checkpointId, keptId } = outcome
      const remark = missingNote(sent.wish, checkpointId, vm)
      return { isCertain: remark === null, end: () => ({ checkpointId, keptId, remark }) }
    }
    case 'not-done':
    case 'unknown': {
      const end = (): never => {
        throw failure(outcome.kind, sent, vm)
      }
      return { isCertain: vm === null, end }
    }
    default:
      return assertNever(outcome)
  }
}

/** Notes are written last, so a checkpoint may be there whose answer got lost before them. */
function missingNote(wish: Wish, checkpointId: CheckpointId | undefined, vm: Vm | null): string | null {
  if (wish.kind !== 'create-checkpoint' || wish.notes === null) return null
  const notes = vm?.checkpoints.find(({ id }) => id === checkpointId)?.notes
  return notes === wish.notes ? null : 'The checkpoint was taken, but its note could not be kept.'
}

function failure(kind: 'not-done' | 'unknown', { wish, vmName }: SentWish, vm: Vm | null): AppError {
  return kind === 'not-done' ? notDone(wish, vm) : notKnown(wish, vmName, vm)
}
