import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BrowserWindow, Menu, app, dialog, session } from 'electron'
import { readBuiltFiles } from './bridge/built-files.ts'
import { serveIpc } from './bridge/ipc.ts'
import { compose } from './compose.ts'
import { closeBeforeQuit } from './desktop/close-before-quit.ts'
import { createDesktopTools } from './desktop/desktop-tools.ts'
import { createJoinAdministrators } from './desktop/join-administrators.ts'
import { followTheme } from './desktop/follow-theme.ts'
import { appOrigin, registerAppScheme, serveApp } from './desktop/protocol.ts'
import { hardenContents, hardenSession } from './desktop/security.ts'
import { openWindow } from './desktop/window.ts'
import { parseStartOptions } from './start-options.ts'

/** The app in a window of its own: one step after the other, each a file of its name. */
app.enableSandbox()
registerAppScheme()
// A second start shows the window that is already there, see 'second-instance' below.
// Not awaited: Electron gets ready only after this module has been read to its end.
if (app.requestSingleInstanceLock()) start().catch(fail)
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
  const { tools } = createDesktopTools({
    isPortable: process.env.PORTABLE_EXECUTABLE_DIR !== undefined,
    showWindow: () => {
      showWindow()
      return Promise.resolve()
    },
    joinAdministrators: createJoinAdministrators(),
  })
  const composed = compose(options, tools)
  await followTheme(composed)
  const window = openWindow(built('../preload/preload.cjs'))
  serveIpc(window.webContents, appOrigin, composed)
  closeBeforeQuit(window, composed.close)
  app.on('window-all-closed', () => {
    app.quit()
  })
  app.on('second-instance', showWindow)
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

function showWindow(): void {
  const window = BrowserWindow.getAllWindows()[0]
  if (window?.isMinimized()) window.restore()
  window?.focus()
}

function built(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
