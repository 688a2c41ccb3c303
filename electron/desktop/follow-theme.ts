import { nativeTheme } from 'electron'
import type { App } from '../core/app.ts'
import { followSettings } from './follow-settings.ts'

/** Lets menus, title bar and page have the theme that is set, now and whenever it changes. Before the window opens, so that it does not flash. */
export async function followTheme(app: Pick<App, 'dispatch' | 'subscribe'>): Promise<void> {
  await followSettings(app, ({ theme }) => {
    if (nativeTheme.themeSource !== theme) nativeTheme.themeSource = theme
  })
}
