import type { BrowserWindow } from 'electron'
import { serveIpc } from '../bridge/ipc.ts'
import type { App } from '../core/app.ts'
import { appOrigin } from './protocol.ts'
import { openWindow } from './window.ts'
import { type WindowStates, stateOf } from './window-state.ts'

export interface LargeWindow {
  /** Opens it, or brings it to the front; settles when its page listens, or is gone. */
  readonly show: () => Promise<void>
  readonly hide: () => void
  /** Null where none is open, or it is not to be seen. */
  readonly visible: () => BrowserWindow | null
  /** Keeps where it is, for the next start. */
  readonly keepState: () => void
}

interface Parts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly preload: string
  readonly states: WindowStates
  /** Somebody wants to close it. */
  readonly mayClose: () => boolean
  /** It was closed and is still there. */
  readonly onKept: () => void
}

/** There is one at most. Closed to the tray it is only hidden, so that nothing is lost that was being written in it. */
export function createLargeWindow(parts: Parts): LargeWindow {
  let opened: OpenedWindow | null = null
  const keepState = (): void => {
    if (opened !== null) parts.states.save(stateOf(opened.window))
  }
  function open(): OpenedWindow {
    const next = openAndServe(parts)
    next.window.on('close', (event) => {
      keepState()
      if (parts.mayClose()) return
      event.preventDefault()
      parts.onKept()
    })
    next.window.once('closed', () => {
      opened = null
    })
    return next
  }
  return {
    show: () => {
      if (opened === null) opened = open()
      else opened.bringToFront()
      return opened.listening()
    },
    hide: () => {
      opened?.window.hide()
    },
    visible: () => (opened?.window.isVisible() === true ? opened.window : null),
    keepState,
  }
}

interface OpenedWindow {
  readonly window: BrowserWindow
  readonly bringToFront: () => void
  /** Settles when the page that is in it listens, or never will. */
  readonly listening: () => Promise<void>
}

function openAndServe({ app, preload, states }: Parts): OpenedWindow {
  const window = openWindow(preload, states.load().values)
  const page = listeningOf(window)
  const stop = serveIpc(window.webContents, appOrigin, app, page.begin)
  let isPainted = false
  window.once('ready-to-show', () => {
    isPainted = true
  })
  window.once('closed', stop)
  return {
    window,
    bringToFront: () => {
      if (window.isMinimized()) window.restore()
      // Until it is painted it would show an empty surface; it shows itself then.
      if (isPainted) window.show()
      window.focus()
    },
    listening: page.listening,
  }
}

interface Listening {
  readonly begin: () => void
  readonly listening: () => Promise<void>
}

/** A page that is loaded again has to say anew that it listens; whoever waited for the one before waits for the next. */
function listeningOf(window: BrowserWindow): Listening {
  let isListening = false
  const waiting = new Set<() => void>()
  const begin = (): void => {
    isListening = true
    for (const settle of waiting) settle()
    waiting.clear()
  }
  window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) isListening = false
  })
  window.once('closed', begin)
  return {
    begin,
    listening: () =>
      new Promise((resolve) => {
        if (isListening) resolve()
        else waiting.add(resolve)
      }),
  }
}
