import { type BrowserWindow, dialog } from 'electron'

/** Past this many crashes of the page another reload would only crash again. */
const mostReloads = 3

/** Operations live on the other side, so a page that crashed can come back and see how they went on. */
export function reloadAfterCrash(window: BrowserWindow): void {
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
      'The window stopped working several times and is closed now. What Hyper-V was asked to do goes on; open Savepoint again to see it.',
    )
    window.destroy()
  })
}
