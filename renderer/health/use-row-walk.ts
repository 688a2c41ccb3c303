import { computed, nextTick, ref, type ComputedRef, type Ref } from 'vue'

export interface RowWalk {
  /** The one row whose controls Tab reaches. */
  readonly stop: ComputedRef<number>
  readonly reach: (index: number) => void
  readonly walk: (event: KeyboardEvent) => void
}

/** Rows of controls: arrows go from row to row and stay in their column, so that Tab need not pass them all. */
export function useRowWalk(table: Readonly<Ref<HTMLElement | null>>, count: () => number): RowWalk {
  const reached = ref(0)
  const stop = computed(() => Math.max(0, Math.min(reached.value, count() - 1)))

  function targetOf(key: string): number | null {
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: stop.value + 1,
      ArrowUp: stop.value - 1,
      Home: 0,
      End: count() - 1,
    }
    return targets[key] ?? null
  }

  /** What the row has in that column, else what it has. */
  async function go(index: number, column: string | undefined): Promise<void> {
    if (index < 0 || index >= count()) return
    reached.value = index
    await nextTick()
    const row = table.value?.querySelector(`[data-index="${String(index)}"]`)
    const controls = [...(row?.querySelectorAll<HTMLElement>('[data-column]') ?? [])]
    const wanted = controls.find((each) => each.dataset.column === column) ?? controls[0]
    if (wanted === undefined) row?.scrollIntoView({ block: 'nearest' })
    else wanted.focus()
  }

  return {
    stop,
    reach: (index) => {
      reached.value = index
    },
    walk: (event) => {
      const target = targetOf(event.key)
      if (target === null || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      const column = event.target instanceof HTMLElement ? event.target.dataset.column : undefined
      void go(target, column)
    },
  }
}
