import { onMounted, onUnmounted, onUpdated, ref, type Ref } from 'vue'

/** Whether there is more in the element than can be seen, so that the keyboard must be able to scroll it. */
export function useOverflow(element: () => HTMLElement | null): Readonly<Ref<boolean>> {
  const isOverflowing = ref(false)
  const observer = new ResizeObserver(look)

  function look(): void {
    const found = element()
    isOverflowing.value = found !== null && found.scrollHeight > found.clientHeight
  }

  onMounted(() => {
    const found = element()
    if (found !== null) observer.observe(found)
    look()
  })
  onUpdated(look)
  onUnmounted(() => {
    observer.disconnect()
  })
  return isOverflowing
}
