import { app as electronApp } from 'electron'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import type { App } from '../core/app.ts'
import { followSettings } from './follow-settings.ts'
import { tellOfTray } from './tell-of-tray.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly hideWindow: () => void
  readonly showWindow: () => void
}

/** What closing the window does instead, as it is set: the app stays in the tray, which is said once, or quits. Never lets the window go. */
export async function closeToTray({ app, hideWindow, showWindow }: Parts): Promise<() => false> {
  let settings: AppSettings = defaultAppSettings
  await followSettings(app, (next) => {
    settings = next
  })
  return () => {
    if (!settings.closesToTray) {
      // The window goes with the app, once nothing is under way or it was said what becomes of that.
      electronApp.quit()
      return false
    }
    hideWindow()
    if (!settings.isTrayTold) {
      tellOfTray(showWindow)
      void app.dispatch('settings.change', { isTrayTold: true })
    }
    return false
  }
}
