import { type Refusal, createCheckpointRefusal } from '#contract/eligibility'
import { AppError, failureOf } from '#contract/errors'
import type { Checkpoint, CheckpointId, Operation, OperationKind, Vm, VmId } from '#contract/model'
import type { Inventory } from './inventory.ts'
import type { OperationsQueue, WorkProgress, WorkResult } from './operations-queue.ts'
import type { HyperVHost, OnProgress } from './ports.ts'

/** A wish to change something, with the rules it has to pass. */
export interface Change {
  readonly kind: OperationKind
  readonly vmId: VmId
  readonly checkpointId?: CheckpointId
  /** What else makes this wish another than the next one of its kind. */
  readonly details?: readonly unknown[]
  /** Takes a checkpoint first, and goes no further where that fails. */
  readonly keepsCurrent?: boolean
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
): (change: Change) => Promise<Operation> {
  return async (change) => {
    const key = JSON.stringify([
      change.kind,
      change.vmId,
      change.checkpointId,
      change.keepsCurrent,
      change.details,
    ])
    const vm = await inventory.fresh(change.vmId)
    const same = queue.underWay(key)
    if (same !== null) return same
    const checkpoint = change.checkpointId === undefined ? null : requireCheckpoint(vm, change.checkpointId)
    const hasToWait = queue.isBusy(vm.id)
    if (!hasToWait) requireAllowed(change, vm)
    const run = async (progress: WorkProgress): Promise<WorkResult> => {
      if (hasToWait) requireAllowed(change, await inventory.fresh(vm.id))
      const host = inventory.host()
      if (change.keepsCurrent === true) await keepCurrent(host, vm.id, progress)
      return (await change.run(host, progress)) ?? {}
    }
    return queue.submit({ kind: change.kind, vm, checkpoint, key, run, afterwards: change.afterwards })
  }
}

function requireAllowed(change: Change, vm: Vm): void {
  const checkpoint = change.checkpointId === undefined ? null : requireCheckpoint(vm, change.checkpointId)
  const refusal =
    change.refusal(vm, checkpoint) ?? (change.keepsCurrent === true ? createCheckpointRefusal(vm) : null)
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
