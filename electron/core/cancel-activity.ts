import { cancelRefusal } from '#contract/eligibility'
import { AppError } from '#contract/errors'
import type { JobId, VmId } from '#contract/model'
import type { Inventory } from './inventory.ts'
import type { OperationsQueue } from './operations-queue.ts'

/** Never queued: it would wait behind the very thing that it is to end. */
export async function cancelActivity(
  inventory: Inventory,
  queue: OperationsQueue,
  vmId: VmId,
  jobId: JobId,
): Promise<Record<string, never>> {
  const refusal = cancelRefusal(await inventory.fresh(vmId), jobId)
  if (refusal !== null) throw new AppError(refusal.code, refusal.message)
  const takeBack = queue.expectCancel(vmId)
  try {
    await inventory.host().cancelJob(vmId, jobId)
  } catch (error) {
    takeBack()
    throw error
  }
  return {}
}
