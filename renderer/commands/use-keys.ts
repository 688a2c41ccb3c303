import { onMounted, onUnmounted } from 'vue'
import { filterOffer, helpOffer, helpOffers, refreshOffer, settingsOffer } from './app-commands.ts'
import { questions } from '../dialogs/ask.ts'
import { healthOffer } from '../health/health-offer.ts'
import { shownPage } from '../help/open-help.ts'
import type { Offer } from './command.ts'
import { isPressed } from './key.ts'
import { useOffered } from './offered.ts'
import { runOrTell } from './run-or-tell.ts'
import { undoOffer } from './undo.ts'

/** Makes every command's keys work, wherever the focus is, except where something else has them. */
export function useKeys(): void {
  const offered = useOffered()

  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const pressed = within(event).find(({ keys }) => keys.some((key) => isPressed(key, event)))
    if (pressed === undefined) return
    event.preventDefault()
    // A key that is held down would ask again and again.
    if (!event.repeat) runOrTell(pressed, offered.title.value)
  }

  /** What can be done from where the key was pressed. A dialog is explained like everything else. */
  function within(event: KeyboardEvent): readonly Offer[] {
    if (isElsewhere(event)) return shownPage.value === null ? [helpOffer] : []
    return [
      ...offered.checkpoint.value,
      ...offered.actions.value,
      [undoOffer, refreshOffer, filterOffer, healthOffer, settingsOffer],
      helpOffers,
    ].flat()
  }

  onMounted(() => {
    window.addEventListener('keydown', press)
  })
  onUnmounted(() => {
    window.removeEventListener('keydown', press)
  })
}

/**
 * In a dialog, also one that is yet to be loaded, a menu or a text box the keys belong to that; Enter is of whatever has
 * the focus, unless it is a row.
 */
function isElsewhere(event: KeyboardEvent): boolean {
  if (questions.value.length > 0) return true
  if (document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null) return true
  if (event.key === 'Enter') return !(event.target instanceof Element && event.target.matches('[role="row"]'))
  const isTyping = event.target instanceof Element && event.target.closest('input, textarea') !== null
  return isTyping && !/^F\d+$/.test(event.key)
}
