import { nativeTheme } from 'electron'
import type { AppSettingsState } from '#contract/app-settings'
import type { App } from '../core/app.ts'

/** Lets menus, title bar and page have the theme that is set, now and whenever it changes. Before the window opens, so that it does not flash. */
export async function followTheme({
  dispatch,
  subscribe,
}: Pick<App, 'dispatch' | 'subscribe'>): Promise<void> {
  subscribe((event) => {
    if (event.name === 'settings.changed') show(event.payload)
  })
  const reply = await dispatch('settings.read', {})
  // The dispatcher answers by the contract of this very name.
  if (reply.ok) show(reply.value as AppSettingsState)
}

function show({ settings }: AppSettingsState): void {
  if (nativeTheme.themeSource !== settings.theme) nativeTheme.themeSource = settings.theme
}
