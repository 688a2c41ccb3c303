import { onMounted, onUnmounted, ref, type Ref } from 'vue'

/** How wide an element is, in pixels; what is usual until it is measured. */
export function useWidth(element: Readonly<Ref<HTMLElement | null>>, usual: number): Readonly<Ref<number>> {
  const width = ref(usual)
  const observer = new ResizeObserver(([entry]) => {
    // A folded pane has none, and nobody sees what it would look like.
    if (entry !== undefined && entry.contentRect.width > 0) width.value = entry.contentRect.width
  })
  onMounted(() => {
    if (element.value !== null) observer.observe(element.value)
  })
  onUnmounted(() => {
    observer.disconnect()
  })
  return width
}
