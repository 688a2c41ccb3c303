import type { VmId } from '#contract/model'
import type { Inventory } from './inventory.ts'
import type { OnProgress } from './ports.ts'

/** Follows the merge that Hyper-V goes on with after a delete has answered. Answers what has to be said of its end. */
export async function mergeEnd(
  inventory: Inventory,
  vmId: VmId,
  onProgress: OnProgress,
): Promise<string | null> {
  const seen = { isCritical: false }
  await inventory.until(vmId, ({ activity, isCritical }) => {
    seen.isCritical = isCritical
    if (activity?.kind !== 'merging-disks') return true
    onProgress(activity.percent)
    return false
  })
  return seen.isCritical ? stopped : null
}

const stopped =
  'It is deleted, but its disks are not merged: their storage can’t be reached or is full. Nothing is lost. Mend that first; Hyper-V merges them then, and their room is free after that.'
