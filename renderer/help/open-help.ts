import { ref } from 'vue'
import type { HelpPage } from './help-page.ts'

/** The page that is shown; null while there is no help in sight. */
export const shownPage = ref<HelpPage | null>(null)

export function openHelp(page: HelpPage): void {
  shownPage.value = page
}
