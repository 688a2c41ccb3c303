import { BrowserWindow, dialog, nativeTheme } from 'electron'
import { pagePreferences } from './page-preferences.ts'
import { appOrigin } from './protocol.ts'
import { addZoomKeys } from './zoom-keys.ts'

/** Past this many crashes of the page another reload would only crash again. */
const mostReloads = 3

/** The one window of the app. It shows itself when there is something to see. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Savepoint',
    width: 1280,
    height: 800,
    minWidth: 720,
    minHeight: 480,
    show: false,
    backgroundColor: desk(),
    webPreferences: pagePreferences(preload),
  })
  window.once('ready-to-show', () => {
    window.show()
  })
  followTheme(window)
  reloadAfterCrash(window)
  addZoomKeys(window.webContents)
  void window.loadURL(`${appOrigin}/index.html`)
  return window
}

/** The colour behind the page until it is painted, so that the window never flashes. The same as `--desk` in theme/tokens.css. */
function desk(): string {
  return nativeTheme.shouldUseDarkColors ? '#1f1f1f' : '#f3f3f3'
}

function followTheme(window: BrowserWindow): void {
  const repaint = (): void => {
    window.setBackgroundColor(desk())
  }
  nativeTheme.on('updated', repaint)
  window.once('closed', () => {
    nativeTheme.off('updated', repaint)
  })
}

/** Operations live on the other side, so a page that crashed can come back and see how they went on. */
function reloadAfterCrash(window: BrowserWindow): void {
  let reloads = 0
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    if (reloads < mostReloads) {
      reloads += 1
      window.webContents.reload()
      return
    }
    dialog.showErrorBox(
      'Savepoint',
      'The window stopped working several times and is closed now. What Hyper-V was asked to do goes on; start Savepoint again to see it.',
    )
    window.destroy()
  })
}
