import type { Refusal } from '#contract/eligibility'
import { AppError } from '#contract/errors'
import type { Checkpoint, CheckpointId, Operation, Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { verdictOf } from '#contract/verdict'
import type { Change } from './change.ts'
import { goingBackRefusal, wentBackRefusal } from './going-back-refusal.ts'
import type { Inventory } from './inventory.ts'
import type { OperationsQueue } from './operations-queue.ts'
import type { ReadReadiness } from './readiness-in-time.ts'
import { type SendChange, goneAlready } from './send-change.ts'
import { type Wish, checkpointOf, isDeletion, keyOf, takesCheckpoint } from './wish.ts'
import type { WorkProgress, WorkResult } from './work.ts'

interface Dependencies {
  readonly inventory: Inventory
  readonly queue: OperationsQueue
  readonly readReadiness: ReadReadiness
  readonly send: SendChange
}

/**
 * Every change goes this way: the virtual machine is read anew, so that nobody acts on a stale view; the rules are
 * asked; the work is queued. Where it had to wait for other work, for what the guest says of itself, or because it could be
 * undone, all that is done again when its turn comes.
 */
export function createChanger({
  inventory,
  queue,
  readReadiness,
  send,
}: Dependencies): (change: Change) => Promise<Operation> {
  /** What was to go and is gone already is as it was wished, whoever deleted it. One of another machine is not gone. */
  const isGone = (wish: Wish): boolean =>
    isDeletion(wish) &&
    !inventory.vms().some(({ checkpoints }) => checkpoints.some(({ id }) => id === wish.checkpointId))

  return async (change) => {
    const { vmId, wish, afterwards } = change
    const key = keyOf(vmId, change.sameAs ?? wish)
    const vm = await inventory.fresh(vmId)
    const same = queue.underWay(key)
    if (same !== null) return same
    stopFor(goingBackRefusal(wish, vm, queue.list()))
    const checkpointName = isGone(wish) ? null : (checkpointMeant(change, vm)?.name ?? null)
    const undoMilliseconds = isGone(wish) ? 0 : (change.undoMilliseconds ?? 0)
    const isBusy = queue.isBusy(vm.id)
    if (!isGone(wish)) stopFor(change.seenRefusal?.(vm) ?? null)
    if (!isBusy && !isGone(wish)) requireAllowed(change, vm, null)
    const hasToWait = isBusy || undoMilliseconds > 0
    const run = async (progress: WorkProgress): Promise<WorkResult> => {
      const readiness = takesCheckpoint(wish) ? await readReadiness(vmId) : null
      const isAnew = hasToWait || takesCheckpoint(wish)
      const vmNow = isAnew ? await inventory.fresh(vm.id) : vm
      if (isGone(wish)) return { remark: goneAlready }
      if (isAnew) requireAllowed(change, vmNow, readiness)
      stopFor(wentBackRefusal(wish, vm, vmNow))
      return send(change, { vm: vmNow, readiness }, progress)
    }
    return queue.submit({ wish, vm, checkpointName, key, run, afterwards, undoMilliseconds })
  }
}

function checkpointMeant({ wish }: Change, vm: Vm): Checkpoint | null {
  const checkpointId = checkpointOf(wish)
  return checkpointId === null ? null : requireCheckpoint(vm, checkpointId)
}

function requireAllowed(change: Change, vm: Vm, readiness: Readiness | null): void {
  stopFor(change.refusal(vm) ?? checkpointRefusal(change.wish, vm, readiness))
}

function stopFor(refusal: Refusal | null): void {
  if (refusal !== null) throw new AppError(refusal.code, refusal.message)
}

/** What would take no checkpoint is refused before anything is sent. */
function checkpointRefusal(wish: Wish, vm: Vm, readiness: Readiness | null): Refusal | null {
  if (!takesCheckpoint(wish)) return null
  const verdict = verdictOf(vm, readiness, wish.kind === 'create-checkpoint' ? wish.type : undefined)
  return verdict.kind === 'refused' ? verdict.refusal : null
}

export function requireCheckpoint(vm: Vm, checkpointId: CheckpointId): Checkpoint {
  const checkpoint = vm.checkpoints.find((each) => each.id === checkpointId)
  if (checkpoint !== undefined) return checkpoint
  throw new AppError(
    'checkpoint-not-found',
    `${vm.name} has no such checkpoint. It may have been deleted meanwhile.`,
  )
}
