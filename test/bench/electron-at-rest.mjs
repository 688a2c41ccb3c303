// Stands for Electron where only the reading of the bundle is measured: it says that another Savepoint runs already, so the
// app ends where it would begin.
const nothing = () => undefined

export const app = {
  enableSandbox: nothing,
  setAppUserModelId: nothing,
  requestSingleInstanceLock: () => false,
  getAppPath: () => '',
  isPackaged: true,
  quit: () => process.exit(0),
  on: nothing,
  once: nothing,
}
export const protocol = { registerSchemesAsPrivileged: nothing }
export class BrowserWindow {}
export class Notification {}
export class Tray {}
export const [Menu, dialog, globalShortcut, nativeImage] = [{}, {}, {}, {}]
export const [nativeTheme, powerMonitor, screen, session, shell] = [{}, {}, {}, {}, {}]
