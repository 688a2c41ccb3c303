import type { VmId } from '#contract/model'
import type { Inventory } from './inventory.ts'
import type { OnProgress } from './ports.ts'

/** Follows the merge that Hyper-V goes on with after a delete has answered. */
export async function mergeEnd(inventory: Inventory, vmId: VmId, onProgress: OnProgress): Promise<void> {
  await inventory.until(vmId, ({ activity }) => {
    if (activity?.kind !== 'merging-disks') return true
    onProgress(activity.percent)
    return false
  })
}
