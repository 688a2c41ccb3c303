import { onMounted, onUnmounted, type Ref } from 'vue'
import { isPressed } from '../commands/key.ts'
import { undoOffer } from '../commands/undo.ts'

/** Esc empties the filter, and then closes the window; Ctrl+Z takes back what is not sent yet, where there is nothing typed to take back. */
export function useTrayKeys(typed: Ref<string>): void {
  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented || document.querySelector('[role="menu"]') !== null) return
    const isUndo = typed.value === '' && undoOffer.keys.some((key) => isPressed(key, event))
    if (event.key !== 'Escape' && !isUndo) return
    event.preventDefault()
    if (isUndo) undoOffer.run()
    else if (typed.value === '') window.close()
    else typed.value = ''
  }

  onMounted(() => {
    window.addEventListener('keydown', press)
  })
  onUnmounted(() => {
    window.removeEventListener('keydown', press)
  })
}
