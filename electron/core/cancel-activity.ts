import { cancelRefusal } from '#contract/eligibility'
import { AppError, failureOf } from '#contract/errors'
import type { JobId, VmId } from '#contract/model'
import type { Inventory } from './inventory.ts'
import { mayHaveHappened } from './may-have-happened.ts'
import type { OperationsQueue } from './operations-queue.ts'

/** Never queued: it would wait behind the very thing that it is to end. */
export async function cancelActivity(
  inventory: Inventory,
  queue: OperationsQueue,
  vmId: VmId,
  jobId: JobId,
): Promise<Record<string, never>> {
  const vm = await inventory.fresh(vmId)
  const refusal = cancelRefusal(vm, jobId)
  if (refusal !== null) throw new AppError(refusal.code, refusal.message)
  const takeBack = queue.expectCancel(vm)
  try {
    await inventory.host().cancelJob(vmId, jobId)
  } catch (error) {
    // Where the answer got lost, Hyper-V may have been told all the same.
    if (!mayHaveHappened(failureOf(error))) takeBack()
    throw error
  }
  return {}
}
