import type { AppSettings, AppSettingsState } from '#contract/app-settings'
import type { App } from '../core/app.ts'

/** Tells the settings as they are, and again whenever they change, until the function returned is called. Tells nothing at first where they can't be read. */
export async function followSettings(
  { dispatch, subscribe }: Pick<App, 'dispatch' | 'subscribe'>,
  onSettings: (settings: AppSettings) => void,
): Promise<() => void> {
  const unfollow = subscribe((event) => {
    if (event.name === 'settings.changed') onSettings(event.payload.settings)
  })
  const reply = await dispatch('settings.read', {})
  // The dispatcher answers by the contract of this very name.
  if (reply.ok) onSettings((reply.value as AppSettingsState).settings)
  return unfollow
}
