import {
  computed,
  onMounted,
  onUnmounted,
  ref,
  type ComputedRef,
  type Ref,
  type WritableComputedRef,
} from 'vue'
import { stackRows, type StackRows } from '../stack-rows.ts'
import { useLayout } from '../stores/layout.ts'

export const leastWidths = { hosts: 120, middle: 360, actions: 150 } as const
const atFirst = { hosts: 150, actions: 226 } as const
const folded = { hosts: 46, actions: 32 } as const
/** Before the window is measured: what is left of the size it opens with. */
const usualRoom = { width: 1_268, height: 728 }

type Size = WritableComputedRef<number>

interface Arrangement {
  /** For the style of the grid that holds the panes. */
  readonly columns: ComputedRef<string>
  readonly rows: ComputedRef<string>
  readonly stack: ComputedRef<StackRows>
  readonly mostSide: ComputedRef<number>
  readonly hosts: Size
  readonly actions: Size
  readonly vms: Size
  readonly details: Size
}

/** Which pane is how large: as someone chose, as far as there is room. */
export function useArrangement(
  space: Readonly<Ref<HTMLElement | null>>,
  isNarrow: () => boolean,
): Arrangement {
  const layout = useLayout()
  const room = useRoom(space)
  const mostSide = computed(() => Math.round((room.value.width - leastWidths.middle) / 2))
  const stack = computed(() =>
    stackRows({
      room: room.value.height,
      vms: layout.sizeOf('vms'),
      details: layout.sizeOf('details'),
      isFolded: layout.isFolded,
    }),
  )

  function side(pane: 'hosts' | 'actions'): Size {
    return computed({
      get: () => Math.min(layout.sizeOf(pane) ?? atFirst[pane], Math.max(leastWidths[pane], mostSide.value)),
      set: (size) => {
        layout.resize(pane, size)
      },
    })
  }

  function row(pane: 'vms' | 'details'): Size {
    return computed({
      get: () => stack.value.heights[pane],
      set: (size) => {
        layout.resize(pane, size)
      },
    })
  }

  const hosts = side('hosts')
  const actions = side('actions')
  const widthOf = (pane: 'hosts' | 'actions', size: Size): string =>
    `${String(layout.isFolded(pane) ? folded[pane] : size.value)}px`

  return {
    columns: computed(() =>
      isNarrow()
        ? `${String(folded.hosts)}px 6px minmax(0, 1fr)`
        : `${widthOf('hosts', hosts)} 6px minmax(0, 1fr) 6px ${widthOf('actions', actions)}`,
    ),
    rows: computed(() => {
      const { vms, checkpoints, details } = stack.value.heights
      return `${String(vms)}px 6px ${String(checkpoints)}px 6px ${String(details)}px`
    }),
    stack,
    mostSide,
    hosts,
    actions,
    vms: row('vms'),
    details: row('details'),
  }
}

function useRoom(
  space: Readonly<Ref<HTMLElement | null>>,
): Readonly<Ref<{ readonly width: number; readonly height: number }>> {
  const room = ref(usualRoom)
  const observer = new ResizeObserver(([entry]) => {
    if (entry !== undefined) room.value = { width: entry.contentRect.width, height: entry.contentRect.height }
  })
  onMounted(() => {
    if (space.value !== null) observer.observe(space.value)
  })
  onUnmounted(() => {
    observer.disconnect()
  })
  return room
}
