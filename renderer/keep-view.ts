import { watch } from 'vue'
import type { VmId } from '#contract/model'
import { type TreeKey, useSelection } from './stores/selection.ts'

/** What is looked at. Ids and words only, so that nothing of it can be stale. */
interface View {
  readonly vmIds: readonly VmId[]
  readonly vmId: VmId | null
  readonly treeKey: TreeKey | null
  readonly filter: string
}

const key = 'view'

/** A page that is loaded again, as after a crash, shows what the one before showed; a window that is opened begins anew. */
export function keepView(): () => void {
  const selection = useSelection()
  const kept = keptView()
  if (kept !== null) {
    selection.filter = kept.filter
    selection.selectVms(kept.vmIds, kept.vmId)
    selection.selectInTree(kept.treeKey)
  }
  return watch(
    (): View => ({
      vmIds: selection.vmIds,
      vmId: selection.vmId,
      treeKey: selection.treeKey,
      filter: selection.filter,
    }),
    (view) => {
      sessionStorage.setItem(key, JSON.stringify(view))
    },
  )
}

/** Nobody but this page writes there. */
function keptView(): View | null {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? 'null') as View | null
  } catch {
    return null
  }
}
