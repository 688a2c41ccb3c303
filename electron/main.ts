import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Menu, app, dialog, session } from 'electron'
import { readBuiltFiles } from './bridge/built-files.ts'
import { compose } from './compose.ts'
import { appId } from './desktop/app-id.ts'
import { closeBeforeQuit } from './desktop/close-before-quit.ts'
import { closeToTray } from './desktop/close-to-tray.ts'
import { createDesktopTools } from './desktop/desktop-tools.ts'
import { createJoinAdministrators } from './desktop/join-administrators.ts'
import { endOnDefect } from './desktop/end-on-defect.ts'
import { followTheme } from './desktop/follow-theme.ts'
import { guardQuit } from './desktop/guard-quit.ts'
import { createLargeWindow } from './desktop/large-window.ts'
import { logLostProcesses } from './desktop/log-lost-processes.ts'
import { followLoginItem } from './desktop/login-item.ts'
import { registerAppScheme, serveApp } from './desktop/protocol.ts'
import { readAfterSleep } from './desktop/read-after-sleep.ts'
import { hardenContents, hardenSession } from './desktop/security.ts'
import type { WindowState } from './desktop/window-state.ts'
import { parseStartOptions } from './start-options.ts'
import { createConsoleLog } from './storage/console-log.ts'
import { dataFolder } from './storage/data-folder.ts'
import { openJsonFile } from './storage/json-file.ts'

/** The app in windows of its own: one step after the other, each a file of its name. */
app.enableSandbox()
app.setAppUserModelId(appId)
registerAppScheme()
// A second start hands over its own arguments, for Chromium changes the order of the others, and ends.
// Not awaited: Electron gets ready only after this module has been read to its end.
if (app.requestSingleInstanceLock({ arguments: [...ownArguments()] })) start().catch(fail)
else app.quit()

async function start(): Promise<void> {
  const options = parseStartOptions(ownArguments())
  await app.whenReady()
  Menu.setApplicationMenu(null)
  hardenSession(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents)
  })
  serveApp(await readBuiltFiles(built('../renderer')))
  const desktop = createDesktopTools({
    isPortable: process.env.PORTABLE_EXECUTABLE_DIR !== undefined,
    showWindow: () => window.show(),
    joinAdministrators: createJoinAdministrators(),
  })
  const composed = compose(options, desktop.tools)
  const log = createConsoleLog(process.env.SAVEPOINT_LOG, (line) => process.stderr.write(line))
  endOnDefect({ log, close: composed.close })
  await followTheme(composed)
  const window = createLargeWindow({
    app: composed,
    preload: built('../preload/preload.cjs'),
    states: openJsonFile<WindowState>(dataFolder(process.env, process.platform), 'window'),
    mayClose: () => quitting.isEnding() || closeAsked(),
  })
  const showWindow = (): void => void window.show()
  const quitting = guardQuit({ app: composed, visibleWindow: window.visible, showWindow })
  const closeAsked = await closeToTray({ app: composed, hideWindow: window.hide, showWindow })
  closeBeforeQuit({
    close: composed.close,
    onSessionEnd: () => {
      window.keepState()
      quitting.end()
    },
  })
  await followLoginItem(composed, desktop.tools.state().canStartWithWindows)
  readAfterSleep(composed, log)
  logLostProcesses(log)
  app.on('window-all-closed', stayInTray)
  app.on('second-instance', showWindow)
  if (!options.hidden) showWindow()
}

/** Without a listener Electron would end the app with its last window. */
function stayInTray(): void {
  // The icon in the tray is the app, whether or not a window is open.
}

/** Without a window there is no other place to say what is wrong, such as an option that nobody knows. */
function fail(error: unknown): void {
  dialog.showErrorBox('Savepoint', error instanceof Error ? error.message : String(error))
  app.exit(1)
}

/** What follows the app itself. Started from the sources, Electron comes first, with options of its own, and then our folder. */
function ownArguments(): readonly string[] {
  if (app.isPackaged) return process.argv.slice(1)
  const ours = process.argv.findIndex((argument) => resolve(argument) === app.getAppPath())
  return process.argv.slice(ours + 1)
}

function built(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
