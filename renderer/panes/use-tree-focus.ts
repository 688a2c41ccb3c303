import { nextTick, watch, type Ref } from 'vue'
import type { Vm } from '#contract/model'
import type { TreeRow } from '../checkpoint-tree.ts'
import { useSelection } from '../stores/selection.ts'
import { useTreePlaces } from '../stores/tree-places.ts'
import type { TreeRows } from './use-tree-rows.ts'

interface Tree {
  readonly vm: () => Vm
  readonly frame: Readonly<Ref<HTMLElement | null>>
  readonly rows: TreeRows
  /** The row that Tab stops at. */
  readonly stopIndex: Readonly<Ref<number>>
  readonly scrollTo: (index: number) => void
}

/** Keeps what is selected in sight and the focus in the tree, whatever becomes of the checkpoints. */
export function useTreeFocus({ vm, frame, rows, stopIndex, scrollTo }: Tree): {
  readonly goTo: (index: number) => Promise<void>
  readonly focus: (row: TreeRow | null) => void
} {
  const selection = useSelection()
  const places = useTreePlaces()

  function focus(row: TreeRow | null): void {
    if (row === null) return
    frame.value?.querySelector<HTMLElement>(`[data-key="${row.key}"]`)?.focus({ preventScroll: true })
  }

  async function goTo(index: number): Promise<void> {
    const row = rows.at(index)
    if (row === null) return
    selection.selectInTree(row.key)
    await nextTick()
    focus(row)
  }

  watch(
    () => selection.treeKey,
    (key) => {
      if (key === null) return
      places.noteKey(vm().id, key)
      const index = rows.indexOf(key)
      if (index >= 0) scrollTo(index)
    },
  )
  watch(
    () => vm().checkpoints,
    async (current, before) => {
      const newest = current.at(-1)
      const isNew = newest !== undefined && !before.some(({ id }) => id === newest.id)
      const { treeKey } = selection
      const isGone = treeKey !== null && treeKey !== 'now' && !current.some(({ id }) => id === treeKey)
      const hadFocus = frame.value?.contains(document.activeElement) === true
      if (isGone) selection.selectInTree(null)
      await nextTick()
      if (isNew) scrollTo(rows.indexOf(newest.id))
      // A row that went away took the focus with it; the tree keeps it, so that the keyboard can go on.
      if (isGone && hadFocus) await goTo(stopIndex.value)
    },
  )

  return { goTo, focus }
}
