import { BrowserWindow, nativeTheme, screen } from 'electron'
import { askWhenHung } from './ask-when-hung.ts'
import { deskColour } from './desk-colour.ts'
import { pagePreferences } from './page-preferences.ts'
import { appOrigin } from './protocol.ts'
import { reloadAfterCrash } from './reload-after-crash.ts'
import { placeOf } from './window-state.ts'
import { addZoomKeys } from './zoom-keys.ts'

/** The large window of the app, where it was when it was last seen. It shows itself when there is something to see. */
export function openWindow(preload: string, kept: unknown): BrowserWindow {
  const { at, width, height, isMaximized } = placeOf(
    kept,
    screen.getAllDisplays().map(({ workArea }) => workArea),
  )
  const window = new BrowserWindow({
    title: 'Savepoint',
    ...at,
    width,
    height,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: deskColour(),
    webPreferences: pagePreferences(preload),
  })
  window.once('ready-to-show', () => {
    if (isMaximized) window.maximize()
    window.show()
  })
  followTheme(window)
  reloadAfterCrash(window)
  askWhenHung(window)
  addZoomKeys(window.webContents)
  // It fails where the window is closed before, which is nobody's concern.
  window.loadURL(`${appOrigin}/index.html`).catch(() => undefined)
  return window
}

function followTheme(window: BrowserWindow): void {
  const repaint = (): void => {
    window.setBackgroundColor(deskColour())
  }
  nativeTheme.on('updated', repaint)
  window.once('closed', () => {
    nativeTheme.off('updated', repaint)
  })
}
