import { onBeforeUnmount, type Ref } from 'vue'
import { returnFocus } from './last-focus.ts'

/** What goes by itself must not take the focus with it. A dialog that is open looks after the focus itself. */
export function usePassingFocus(element: Readonly<Ref<HTMLElement | null>>): void {
  onBeforeUnmount(() => {
    const hasFocus = element.value?.contains(document.activeElement) === true
    if (hasFocus && element.value.closest('[role$="dialog"]') === null) returnFocus()
  })
}
