import { type Refusal, createCheckpointRefusal } from '#contract/eligibility'
import { AppError, failureOf } from '#contract/errors'
import type { Checkpoint, CheckpointId, Operation, Vm, VmId } from '#contract/model'
import type { Inventory } from './inventory.ts'
import { beforeOf } from './journal-entry.ts'
import type { OperationsQueue } from './operations-queue.ts'
import type { HyperVHost, OnProgress } from './ports.ts'
import type { SettleOutcome } from './settle-outcome.ts'
import { type Wish, checkpointOf, isDeletion, keyOf } from './wish.ts'
import type { WorkProgress, WorkResult } from './work.ts'

/** A wish to change something, with the rules it has to pass. */
export interface Change {
  readonly vmId: VmId
  readonly wish: Wish
  readonly refusal: (vm: Vm, checkpoint: Checkpoint | null) => Refusal | null
  readonly run: (host: HyperVHost, progress: WorkProgress) => Promise<WorkResult> | Promise<void>
  readonly afterwards?: (onProgress: OnProgress) => Promise<void>
}

/**
 * Every change goes this way: the virtual machine is read anew, so that nobody acts on a stale view; the rules are
 * asked; the work is queued. Where it had to wait for other work, all that is done again when its turn comes.
 */
export function createChanger(
  inventory: Inventory,
  queue: OperationsQueue,
  settle: SettleOutcome,
): (change: Change) => Promise<Operation> {
  /** What was to go and is gone already is as it was wished, whoever deleted it. One of another machine is not gone. */
  const isGone = (wish: Wish): boolean =>
    isDeletion(wish) &&
    !inventory.vms().some(({ checkpoints }) => checkpoints.some(({ id }) => id === wish.checkpointId))

  return async (change) => {
    const { vmId, wish, afterwards } = change
    const key = keyOf(vmId, wish)
    const vm = await inventory.fresh(vmId)
    const same = queue.underWay(key)
    if (same !== null) return same
    const checkpointName = isGone(wish) ? null : (checkpointMeant(change, vm)?.name ?? null)
    const hasToWait = queue.isBusy(vm.id)
    if (!hasToWait && !isGone(wish)) requireAllowed(change, vm)
    const run = async (progress: WorkProgress): Promise<WorkResult> => {
      const vmNow = hasToWait ? await inventory.fresh(vm.id) : vm
      if (isGone(wish)) return { remark: goneAlready }
      if (hasToWait) requireAllowed(change, vmNow)
      const host = inventory.host()
      await progress.sending(vmNow)
      try {
        return await sent(change, host, progress)
      } catch (error) {
        const { code } = failureOf(error)
        if (code === 'checkpoint-not-found' && isDeletion(wish)) return { remark: goneAlready }
        if (code !== 'outcome-unknown') throw error
        return await settle({ vmId, vmName: vm.name, wish, before: beforeOf(vmNow) }, progress.percent)
      }
    }
    return queue.submit({ wish, vm, checkpointName, key, run, afterwards })
  }
}

async function sent(
  { wish, vmId, run }: Change,
  host: HyperVHost,
  progress: WorkProgress,
): Promise<WorkResult> {
  if (keepsCurrent(wish)) await keepCurrent(host, vmId, progress)
  return (await run(host, progress)) ?? {}
}

const goneAlready = 'It was gone already, so there was nothing left to delete.'

function keepsCurrent(wish: Wish): boolean {
  return 'keepsCurrent' in wish && wish.keepsCurrent
}

function checkpointMeant({ wish }: Change, vm: Vm): Checkpoint | null {
  const checkpointId = checkpointOf(wish)
  return checkpointId === null ? null : requireCheckpoint(vm, checkpointId)
}

function requireAllowed(change: Change, vm: Vm): void {
  const refusal =
    change.refusal(vm, checkpointMeant(change, vm)) ??
    (keepsCurrent(change.wish) ? createCheckpointRefusal(vm) : null)
  if (refusal !== null) throw new AppError(refusal.code, refusal.message)
}

async function keepCurrent(host: HyperVHost, vmId: VmId, progress: WorkProgress): Promise<void> {
  progress.keepingCurrent(true)
  try {
    await host.createCheckpoint({ vmId, name: null, notes: null }, progress.percent)
  } catch (error) {
    const failure = failureOf(error)
    throw new AppError(
      failure.code,
      `The current state could not be kept, so nothing else was done. ${failure.message}`,
      failure.detail,
    )
  }
  progress.keepingCurrent(false)
}

export function requireCheckpoint(vm: Vm, checkpointId: CheckpointId): Checkpoint {
  const checkpoint = vm.checkpoints.find((each) => each.id === checkpointId)
  if (checkpoint !== undefined) return checkpoint
  throw new AppError(
    'checkpoint-not-found',
    `${vm.name} has no such checkpoint. It may have been deleted meanwhile.`,
  )
}
