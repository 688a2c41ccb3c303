import { nextTick } from 'vue'
import type { CheckpointId, VmId } from '#contract/model'
import { useSelection } from '../stores/selection.ts'
import { useTreePlaces } from '../stores/tree-places.ts'
import { useVms } from '../stores/vms.ts'

/** Selects a checkpoint wherever it is, with its branch open and in sight, and gives it the focus. */
export async function showCheckpoint(vmId: VmId, checkpointId: CheckpointId): Promise<void> {
  const selection = useSelection()
  const vm = useVms().byId.get(vmId)
  if (vm === undefined) return
  if (!selection.sought.shows(vm)) selection.filter = ''
  if (selection.vmId !== vmId || selection.vms.length > 1) selection.selectVm(vmId)
  useTreePlaces().close(vmId, new Set())
  // Each time until the tree has drawn what it was told: the machine, and then the row.
  await nextTick()
  selection.selectInTree(checkpointId)
  await nextTick()
  document.querySelector<HTMLElement>(`[role="treeitem"][data-key="${checkpointId}"]`)?.focus()
}
