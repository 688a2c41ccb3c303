import type { AppSettings } from '#contract/app-settings'
import { useSettings } from '../stores/settings.ts'

type SwitchableQuestion = AppSettings['unasked'][number]

/** Whether the user wants to be asked this. Until the settings are known, everything is asked. */
export function isAsked(question: SwitchableQuestion): boolean {
  return !unasked().includes(question)
}

/** Not to be asked this any more; taken back in the settings of the app. */
export async function stopAsking(question: SwitchableQuestion): Promise<void> {
  if (isAsked(question)) await useSettings().change({ unasked: [...unasked(), question] })
}

function unasked(): readonly SwitchableQuestion[] {
  return useSettings().state?.settings.unasked ?? []
}
