import { computed, ref, type ComputedRef } from 'vue'
import type { Vm, VmId } from '#contract/model'
import { useSelection } from '../stores/selection.ts'

/** What a click or key means beside the row it meets; the keys are Windows' own. */
export interface Manner {
  readonly ctrlKey: boolean
  readonly shiftKey: boolean
}

export interface RowSelection {
  /** The row that Tab stops at and the arrows go from. */
  readonly stop: ComputedRef<number>
  readonly isSelected: (id: VmId) => boolean
  /** A click, or an arrow that leads there: the row alone, the rows up to it, or one more or less. */
  readonly pick: (id: VmId, manner: Manner) => void
  /** To the row without a change of what is selected. */
  readonly walkTo: (id: VmId) => void
  readonly pickAll: () => void
  /** The row is what a menu or a command is to be about: it is selected unless it already is. */
  readonly aimAt: (id: VmId) => void
  /** The focus came to the row by itself, as by Tab, or from a dialog that closed. */
  readonly reach: (id: VmId) => void
}

/** Which of the rows are selected, by mouse and keys as in any list of Windows. */
export function useRowSelection(rows: () => readonly Vm[]): RowSelection {
  const selection = useSelection()
  const walked = ref<VmId | null>(null)
  /** Where a range begins. */
  let anchor: VmId | null = null

  const chosen = computed<ReadonlySet<VmId>>(() => new Set(selection.vmIds))
  const stop = computed(() => {
    const at = (id: VmId | null): number => rows().findIndex((vm) => vm.id === id)
    return Math.max(0, walked.value !== null && at(walked.value) >= 0 ? at(walked.value) : at(selection.vmId))
  })

  /** In the order of the list, and the one that was met as the last. */
  function select(ids: ReadonlySet<VmId>, lead: VmId): void {
    const inOrder = rows().flatMap(({ id }) => (ids.has(id) ? [id] : []))
    selection.selectVms(inOrder, ids.has(lead) ? lead : (inOrder.at(-1) ?? null))
    walked.value = lead
  }

  function toggled(id: VmId): ReadonlySet<VmId> {
    const others = new Set([...chosen.value].filter((each) => each !== id))
    return chosen.value.has(id) ? others : others.add(id)
  }

  function pick(id: VmId, { ctrlKey, shiftKey }: Manner): void {
    if (shiftKey) {
      select(
        new Set([...(ctrlKey ? chosen.value : []), ...between(rows(), anchor ?? selection.vmId, id)]),
        id,
      )
      return
    }
    anchor = id
    select(ctrlKey ? toggled(id) : new Set([id]), id)
  }

  return {
    stop,
    isSelected: (id) => chosen.value.has(id),
    pick,
    walkTo: (id) => {
      walked.value = id
    },
    pickAll: () => {
      const lead = rows()[stop.value]
      if (lead !== undefined) select(new Set(rows().map(({ id }) => id)), lead.id)
    },
    aimAt: (id) => {
      if (!chosen.value.has(id)) pick(id, { ctrlKey: false, shiftKey: false })
    },
    reach: (id) => {
      if (chosen.value.size === 0) pick(id, { ctrlKey: false, shiftKey: false })
      else selection.selectInTree(null)
    },
  }
}

function between(rows: readonly Vm[], from: VmId | null, to: VmId): readonly VmId[] {
  const end = rows.findIndex(({ id }) => id === to)
  const start = rows.findIndex(({ id }) => id === from)
  const first = start < 0 ? end : Math.min(start, end)
  return rows.slice(first, Math.max(start, end) + 1).map(({ id }) => id)
}
