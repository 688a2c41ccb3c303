import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Menu, app, dialog, session } from 'electron'
import { readBuiltFiles } from './bridge/built-files.ts'
import { compose } from './compose.ts'
import type { Log } from './core/ports.ts'
import { appId } from './desktop/app-id.ts'
import { closeBeforeQuit } from './desktop/close-before-quit.ts'
import { createDesktopTools } from './desktop/desktop-tools.ts'
import { endOnDefect } from './desktop/end-on-defect.ts'
import { followTheme } from './desktop/follow-theme.ts'
import { guardGraphics } from './desktop/guard-graphics.ts'
import { isInstalled } from './desktop/is-installed.ts'
import { createJoinAdministrators } from './desktop/join-administrators.ts'
import { jumpListProgram } from './desktop/jump-list.ts'
import { keepWindow } from './desktop/keep-window.ts'
import { logLostProcesses } from './desktop/log-lost-processes.ts'
import { followLoginItem } from './desktop/login-item.ts'
import { registerAppScheme, serveApp } from './desktop/protocol.ts'
import { readAfterSleep } from './desktop/read-after-sleep.ts'
import { hardenContents, hardenSession } from './desktop/security.ts'
import { signatureCheck } from './desktop/signature-check.ts'
import { tell } from './desktop/tell.ts'
import { type Tray, startTray } from './desktop/tray.ts'
import { readUpdateFeed } from './desktop/update-feed.ts'
import { type Updates, followUpdates } from './desktop/updates.ts'
import type { WindowState } from './desktop/window-state.ts'
import { cleanEnvironment } from './hyperv/powershell/clean-environment.ts'
import { findPowerShell } from './hyperv/powershell/find-powershell.ts'
import { parseStartOptions } from './start-options.ts'
import { dataFolder } from './storage/data-folder.ts'
import { openJsonFile } from './storage/json-file.ts'
import { systemClock } from './storage/system-clock.ts'

const preload = built('../preload/preload.cjs')

/** The app in windows of its own: one step after the other, each a file of its name. */
app.enableSandbox()
app.setAppUserModelId(appId)
registerAppScheme()
// A second start hands over its own arguments, for Chromium changes the order of the others, and ends.
if (app.requestSingleInstanceLock({ arguments: [...ownArguments()] })) answerSecondStarts(start())
else app.quit()

async function start(): Promise<Tray> {
  const options = parseStartOptions(ownArguments())
  const folder = dataFolder(process.env, process.platform)
  const isDrawnInSoftware = guardGraphics(openJsonFile(folder, 'graphics'))
  // Electron gets ready only after this module has been read to its end.
  await app.whenReady()
  await prepareElectron()
  const desktop = createDesktopTools({
    isInstalled: await isInstalled(),
    showWindow: () => window.show(),
    joinAdministrators: createJoinAdministrators(),
  })
  const composed = compose(options, desktop.tools)
  endOnDefect(composed)
  logLostProcesses(composed.log)
  if (isDrawnInSoftware) composed.log.warn('drawn without the graphics card, which ended the last start')
  await followTheme(composed)
  const states = openJsonFile<WindowState>(folder, 'window')
  const window = keepWindow({ app: composed, preload, states })
  const program = jumpListProgram(process.env)
  const tray = startTray({
    app: composed,
    clock: systemClock,
    preload,
    quit,
    program,
    hotkey: desktop.hotkey,
  })
  const updates = await startUpdates(composed.log)
  closeBeforeQuit({
    close: async () => {
      tray.close()
      updates.close()
      await composed.close()
    },
    atLast: () => updates.installAtEnd(false),
    onSessionEnd: () => {
      window.keepState()
      window.quitting.end()
    },
  })
  readAfterSleep(composed)
  await followLoginItem(composed, desktop.tools.state().canStartWithWindows)
  if (!options.hidden && options.checkpoint === null) void window.show()
  tray.run(options)
  return tray
}

async function prepareElectron(): Promise<void> {
  Menu.setApplicationMenu(null)
  hardenSession(session.defaultSession)
  app.on('web-contents-created', (_event, contents) => {
    hardenContents(contents)
  })
  serveApp(await readBuiltFiles(built('../renderer')))
}

/** Null and void unless the app was packed with a feed. Windows' own PowerShell says who signed what was fetched. */
async function startUpdates(log: Log): Promise<Updates> {
  return followUpdates({
    // Whatever is wrong with that, the app itself is none the worse for it.
    feed: await readUpdateFeed().catch((error: unknown) => {
      log.warn('the feed of updates could not be read', { error: String(error) })
      return null
    }),
    isSignedBy: signatureCheck({
      findPowerShell: () => findPowerShell(undefined),
      environment: cleanEnvironment(process.env, undefined),
      log,
    }),
    onReady: (version) => {
      tell(`Savepoint ${version} is ready`, 'It is installed when you quit Savepoint.', () => undefined)
    },
    log,
  })
}

/** What a second start wants is done once this one is there. */
function answerSecondStarts(starting: Promise<Tray>): void {
  starting.catch(fail)
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    starting.then(
      (tray) => {
        tray.runAgain(handedOver)
      },
      () => undefined,
    )
  })
}

function quit(): void {
  app.quit()
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
