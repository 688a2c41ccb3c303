import { computed, onMounted, onUnmounted, ref, type ComputedRef, type Ref } from 'vue'

export interface WindowedRows {
  readonly first: ComputedRef<number>
  /** Exclusive. */
  readonly end: ComputedRef<number>
  readonly scrollTo: (index: number) => void
}

/** Rows just outside the view, so that a quick scroll shows no gap. */
const margin = 5

/** Which rows of a long list are in view, so that only those are drawn. All rows have the same height. */
export function useWindowedRows(
  scroller: Readonly<Ref<HTMLElement | null>>,
  count: () => number,
  rowHeight: number,
  headerHeight: number,
): WindowedRows {
  const top = ref(0)
  // Before it is measured, and where nothing can be: no list is higher than the window.
  const height = ref(window.innerHeight)
  const observer = new ResizeObserver(measure)

  function measure(): void {
    const element = scroller.value
    if (element === null) return
    top.value = element.scrollTop
    if (element.clientHeight > 0) height.value = element.clientHeight
  }

  function scrollTo(index: number): void {
    const element = scroller.value
    if (element === null) return
    const above = index * rowHeight
    // The header stays in view at the top and covers what is under it.
    const below = headerHeight + above + rowHeight - element.clientHeight
    if (element.scrollTop > above) element.scrollTop = above
    else if (element.scrollTop < below) element.scrollTop = below
  }

  onMounted(() => {
    scroller.value?.addEventListener('scroll', measure, { passive: true })
    if (scroller.value !== null) observer.observe(scroller.value)
  })
  onUnmounted(() => {
    observer.disconnect()
  })

  return {
    first: computed(() => Math.max(0, Math.floor(top.value / rowHeight) - margin)),
    end: computed(() => {
      // The header takes its height of what is in view.
      const inView = Math.ceil((top.value + height.value - headerHeight) / rowHeight)
      return Math.min(count(), inView + margin)
    }),
    scrollTo,
  }
}
