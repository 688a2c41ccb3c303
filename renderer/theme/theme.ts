import { watch } from 'vue'
import type { AppSettings } from '#contract/app-settings'
import { useSettings } from '../stores/settings.ts'

/** Shows the theme that is set, now and whenever it changes, until the function returned is called. */
export function followTheme(): () => void {
  const settings = useSettings()
  return watch(() => settings.settings.theme, show, { immediate: true })
}

function show(theme: AppSettings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
