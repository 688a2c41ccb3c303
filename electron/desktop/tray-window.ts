import { BrowserWindow, type Rectangle, screen } from 'electron'
import { serveIpc } from '../bridge/ipc.ts'
import type { App } from '../core/app.ts'
import type { Clock } from '../core/ports.ts'
import { deskColour } from './desk-colour.ts'
import { pagePreferences } from './page-preferences.ts'
import { appOrigin } from './protocol.ts'
import { placeBeside } from './tray-place.ts'
import { addZoomKeys } from './zoom-keys.ts'

interface Parts {
  /** What its page may ask; it is another than the large window's where more is to be known of what it asks. */
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly clock: Pick<Clock, 'monotonic'>
  readonly preload: string
}

export interface TrayWindow {
  /** Opens it beside the icon, or closes it where it is open. */
  readonly toggle: (icon: Rectangle) => void
  readonly open: (icon: Rectangle) => void
  /** Whether what is there now is still there, whenever that is asked; one that was opened anew knows nothing of it. */
  readonly whileOpen: () => () => boolean
  readonly close: () => void
}

const size = { width: 380, height: 520 } as const

/** A click on the icon takes the focus away before it is told: it comes so soon after the window closed for it. */
const longestClick = 300

/** The small window of the tray: there while it is looked at, and then gone with all that it holds. */
export function createTrayWindow({ app, clock, preload }: Parts): TrayWindow {
  let window: BrowserWindow | null = null
  let closedAt = -Infinity
  const close = (): void => {
    window?.destroy()
  }
  const open = (icon: Rectangle): void => {
    if (window !== null) {
      window.focus()
      return
    }
    const opened = openAt(icon, preload)
    window = opened
    const stopServing = serveIpc(opened.webContents, appOrigin, app)
    opened.on('blur', close)
    opened.webContents.on('render-process-gone', close)
    opened.once('closed', () => {
      stopServing()
      window = null
      closedAt = clock.monotonic()
    })
  }
  return {
    open,
    toggle: (icon) => {
      if (window !== null) close()
      else if (clock.monotonic() - closedAt > longestClick) open(icon)
    },
    whileOpen: () => {
      const here = window
      return () => here !== null && here === window
    },
    close,
  }
}

function openAt(icon: Rectangle, preload: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Savepoint',
    ...placeBeside(icon, screen.getDisplayMatching(icon).workArea, size),
    frame: false,
    resizable: false,
    minimizable: false,
    maximizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    show: false,
    backgroundColor: deskColour(),
    webPreferences: pagePreferences(preload),
  })
  window.once('ready-to-show', () => {
    window.show()
    window.focus()
  })
  addZoomKeys(window.webContents)
  // It fails where the window is closed before, which is nobody's concern.
  window.loadURL(`${appOrigin}/tray.html`).catch(() => undefined)
  return window
}
