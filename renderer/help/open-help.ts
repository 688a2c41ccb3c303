import { ref, shallowRef, type Component } from 'vue'
import { failureOf } from '#contract/errors'
import { sentence } from '../sentence.ts'
import { useNotices } from '../stores/notices.ts'
import { text } from '../text.ts'
import type { HelpPage } from './help-page.ts'

/** The page that is shown; null while there is no help in sight. */
export const shownPage = ref<HelpPage | null>(null)
/** What shows it. With all pages it is loaded at the first look, so that the window is not kept waiting for it. */
export const helpDialog = shallowRef<Component | null>(null)

export async function openHelp(page: HelpPage): Promise<void> {
  try {
    helpDialog.value ??= (await import('./HelpDialog.vue')).default
    shownPage.value = page
  } catch (error) {
    useNotices().add({
      id: 'help',
      severity: 'error',
      vmId: null,
      title: sentence`${text.command.help}`,
      message: text.help.unread,
      detail: failureOf(error).message,
    })
  }
}
