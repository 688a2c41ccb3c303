import { computed, ref, shallowRef, type ComputedRef, type Ref } from 'vue'
import type { HealthFinding, HealthKind } from '#contract/health-finding'
import {
  firstOrder,
  nextOrder,
  orderFindings,
  type FindingColumn,
  type FindingOrder,
} from './finding-order.ts'
import { isRemediable } from './remedy-plan.ts'

export interface FindingList {
  /** Null for all kinds. */
  readonly kind: Ref<HealthKind | null>
  /** Those that were found, each with how many. */
  readonly kinds: ComputedRef<readonly (readonly [HealthKind, number])[]>
  readonly order: Readonly<Ref<FindingOrder>>
  readonly shown: ComputedRef<readonly HealthFinding[]>
  /** Of those that are shown: what a remedy for several would be for. */
  readonly selected: ComputedRef<readonly HealthFinding[]>
  /** Whether all that can be are selected; null for some of them. */
  readonly areAllSelected: ComputedRef<boolean | null>
  readonly select: (id: string, isSelected: boolean) => void
  readonly selectAll: (areSelected: boolean) => void
  readonly sortBy: (column: FindingColumn) => void
}

/** What of the findings is shown, in which order, and which of them are selected. */
export function useFindingList(findings: () => readonly HealthFinding[]): FindingList {
  const kind = ref<HealthKind | null>(null)
  const order = ref(firstOrder)
  const ids = shallowRef<ReadonlySet<string>>(new Set())

  const counts = computed(() => {
    const found = new Map<HealthKind, number>()
    for (const each of findings()) found.set(each.kind, (found.get(each.kind) ?? 0) + 1)
    return found
  })
  /** One of which nothing is left does not hide the rest. */
  const inForce = computed(() => (kind.value !== null && counts.value.has(kind.value) ? kind.value : null))
  const shown = computed(() =>
    orderFindings(
      findings().filter((each) => inForce.value === null || each.kind === inForce.value),
      order.value,
    ),
  )
  const remediable = computed(() => shown.value.filter(isRemediable))
  const selected = computed(() => remediable.value.filter(({ id }) => ids.value.has(id)))

  return {
    kind: computed({
      get: () => inForce.value,
      set: (chosen) => {
        kind.value = chosen
      },
    }),
    kinds: computed(() => [...counts.value].sort(([one], [other]) => one.localeCompare(other))),
    order,
    shown,
    selected,
    areAllSelected: computed(() => {
      if (selected.value.length === 0) return false
      return selected.value.length === remediable.value.length ? true : null
    }),
    select: (id, isSelected) => {
      const next = new Set(ids.value)
      if (isSelected) next.add(id)
      else next.delete(id)
      ids.value = next
    },
    selectAll: (areSelected) => {
      ids.value = new Set(areSelected ? remediable.value.map(({ id }) => id) : [])
    },
    sortBy: (column) => {
      order.value = nextOrder(order.value, column)
    },
  }
}
