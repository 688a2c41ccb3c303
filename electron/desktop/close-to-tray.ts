import { app as electronApp } from 'electron'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import type { App } from '../core/app.ts'
import { followSettings } from './follow-settings.ts'
import { tell } from './tell.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly hideWindow: () => void
  readonly showWindow: () => void
}

/** What closing the window does instead, as it is set: the app stays in the tray, which is said once, or quits. */
export function closeToTray({ app, hideWindow, showWindow }: Parts): () => void {
  let settings: AppSettings = defaultAppSettings
  void followSettings(app, (next) => {
    settings = next
  })
  return () => {
    if (!settings.closesToTray) {
      // The window goes with the app, once nothing is under way or it was said what becomes of that.
      electronApp.quit()
      return
    }
    hideWindow()
    if (settings.isTrayTold) return
    tell(
      'Savepoint is still running',
      'It is in the notification area of the taskbar. There you also quit it; what closing the window does is in the settings.',
      showWindow,
    )
    void app.dispatch('settings.change', { isTrayTold: true })
  }
}
