import { app as electronApp } from 'electron'
import type { App } from '../core/app.ts'
import { closeToTray } from './close-to-tray.ts'
import { type QuitGuard, guardQuit } from './guard-quit.ts'
import { type LargeWindow, createLargeWindow } from './large-window.ts'
import type { WindowStates } from './window-state.ts'

interface Parts {
  readonly app: Pick<App, 'dispatch' | 'subscribe'>
  readonly preload: string
  readonly states: WindowStates
}

interface KeptWindow extends LargeWindow {
  readonly quitting: QuitGuard
}

/** The large window, what closing it does, and what is asked before it and the app go. */
export function keepWindow({ app, preload, states }: Parts): KeptWindow {
  const window = createLargeWindow({
    app,
    preload,
    states,
    mayClose: () => quitting.isEnding(),
    onKept: () => {
      closeAsked()
    },
  })
  const show = async (): Promise<void> => {
    if (quitting.isEnding()) return
    quitting.stay()
    await window.show()
  }
  const showWindow = (): void => void show()
  const hideWindow = window.hide
  const quitting = guardQuit({ app, visibleWindow: window.visible, showWindow, hideWindow })
  const closeAsked = closeToTray({ app, hideWindow, showWindow })
  // Without a listener Electron would end the app with its last window. The icon in the tray is the app.
  electronApp.on('window-all-closed', () => undefined)
  return { ...window, show, quitting }
}
