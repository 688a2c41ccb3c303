import type { AppSettings } from '#contract/app-settings'
import type { App } from '../core/app.ts'
import { ask } from '../core/ask.ts'

/** Tells the settings as they are, and again whenever they change, until the function returned is called. Tells nothing at first where they can't be read. */
export async function followSettings(
  app: Pick<App, 'dispatch' | 'subscribe'>,
  onSettings: (settings: AppSettings) => void,
): Promise<() => void> {
  const unfollow = app.subscribe((event) => {
    if (event.name === 'settings.changed') onSettings(event.payload.settings)
  })
  const reply = await ask(app, 'settings.read', {})
  if (reply.ok) onSettings(reply.value.settings)
  return unfollow
}
