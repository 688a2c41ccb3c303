import { computed, shallowRef, watch, type ComputedRef } from 'vue'
import type { Vm } from '#contract/model'
import { checkpointTree, rowOfKey, treeRow, type CheckpointTree, type TreeRow } from '../checkpoint-tree.ts'
import { indexOfRow, shownRows } from '../shown-rows.ts'
import { useSelection, type TreeKey } from '../stores/selection.ts'
import { useTreePlaces } from '../stores/tree-places.ts'

/** The rows of a machine's tree as they are drawn: what is closed and what the filter leaves out is not among them. */
export interface TreeRows {
  readonly tree: ComputedRef<CheckpointTree>
  readonly count: ComputedRef<number>
  readonly at: (index: number) => TreeRow | null
  /** Its place among the rows drawn, or -1. */
  readonly indexOf: (key: TreeKey | null) => number
  /** The place of what it hangs under, or -1. */
  readonly parentIndex: (row: TreeRow) => number
  /** Whether the filter looks for it. */
  readonly isFound: (row: TreeRow) => boolean
  readonly isOpen: (row: TreeRow) => boolean
  readonly setOpen: (row: TreeRow, isOpen: boolean) => void
  readonly openAll: () => void
}

export function useTreeRows(vm: () => Vm): TreeRows {
  const selection = useSelection()
  const places = useTreePlaces()
  const none: ReadonlySet<TreeKey> = new Set()
  const tree = computed(() => checkpointTree(vm()))
  const found = computed(() => selection.sought.marked(vm()))
  // A machine that was looked for itself is shown with its whole tree.
  const isFiltered = computed(() => found.value !== null && !selection.sought.marksVm(vm()))
  /** Closed while something is looked for. What was closed before may hide what is found, so it does not count then. */
  const closedInFilter = shallowRef(none)
  watch(
    () => selection.sought,
    () => (closedInFilter.value = none),
  )
  const closed = computed(() => (isFiltered.value ? closedInFilter.value : places.closedOf(vm().id)))
  const shown = computed(() => shownRows(tree.value, closed.value, isFiltered.value ? found.value : null))

  function close(keys: ReadonlySet<TreeKey>): void {
    if (isFiltered.value) closedInFilter.value = keys
    else places.close(vm().id, keys)
  }

  return {
    tree,
    count: computed(() => shown.value.length),
    at: (index) => {
      const row = shown.value[index]
      return row === undefined ? null : treeRow(tree.value, row)
    },
    indexOf: (key) => (key === null ? -1 : indexOfRow(shown.value, rowOfKey(tree.value, key))),
    parentIndex: ({ row }) => indexOfRow(shown.value, tree.value.parents[row] ?? -1),
    isFound: ({ row }) => found.value?.[tree.value.nodes[row] ?? -1] === 1,
    isOpen: ({ key }) => !closed.value.has(key),
    setOpen: ({ key }, isOpen) => {
      const others = [...closed.value].filter((each) => each !== key)
      close(new Set(isOpen ? others : [...others, key]))
    },
    openAll: () => {
      close(none)
    },
  }
}
