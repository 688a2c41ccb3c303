import { app } from 'electron'
import type { App } from '../core/app.ts'
import { followSettings } from './follow-settings.ts'

/**
 * Has Windows start the app with it, in the tray, as long as that is set. A program that may be somewhere else at the
 * next start is never entered.
 */
export async function followLoginItem(
  composed: Pick<App, 'dispatch' | 'subscribe'>,
  canStartWithWindows: boolean,
): Promise<void> {
  if (!canStartWithWindows) return
  await followSettings(composed, ({ startsWithWindows }) => {
    // Written only where it differs, for writing also overrules whoever switched it off in the Task Manager.
    if (app.getLoginItemSettings(ownItem()).openAtLogin !== startsWithWindows)
      app.setLoginItemSettings({ ...ownItem(), openAtLogin: startsWithWindows })
  })
}

/** Electron writes the path as it is given, and without quotes Windows would look for a program at each of its spaces. */
function ownItem(): { readonly path: string; readonly args: string[] } {
  return { path: `"${process.execPath}"`, args: ['--hidden'] }
}
