import { EventEmitter } from 'node:events'
import { register } from 'node:module'

/**
 * Stands for Electron where its program is not: the built main runs in Node, and whoever started it plays the page,
 * the taskbar and Windows, by messages, and may ask what Electron was told. Loaded with --import, it puts itself in the
 * place of the module "electron".
 */
const own = JSON.stringify(import.meta.url)
register(
  `data:text/javascript,${encodeURIComponent(
    `export async function resolve(name, context, next) {
      return name === 'electron' ? { url: ${own}, shortCircuit: true } : next(name, context)
    }`,
  )}`,
)

/** What Electron was told, in order: the name of it, and with what. */
const told = []

/** A method that only takes note. */
function noted(name, answer = () => undefined) {
  return (...parameters) => {
    told.push([name, ...parameters])
    return answer(...parameters)
  }
}

/** Each kind of thing that there can be several of, to be spoken to by its number. */
const windows = []
const icons = []
const notifications = []

function createPage(number) {
  const page = Object.assign(new EventEmitter(), {
    mainFrame: { url: 'app://savepoint/index.html' },
    ipc: {
      handle: (_channel, handler) => (page.answer = handler),
      removeHandler: () => undefined,
      on: (_channel, listener) => (page.listening = listener),
      removeAllListeners: () => undefined,
    },
    send: (channel, event) => process.send({ channel, event, window: number }),
    isDestroyed: () => false,
    setWindowOpenHandler: (handler) => (page.openWindow = handler),
    getZoomLevel: () => 0,
    setZoomLevel: () => undefined,
  })
  return page
}

/** The buttons that are pressed in the questions to come. */
const answers = []

const asked = {
  told: () => told,
  willAnswer: (button) => void answers.push(button),
  call: ([name, input, window = 0]) => {
    const { webContents } = windows[window]
    return webContents.answer({ senderFrame: webContents.mainFrame }, name, input)
  },
  listen: (window = 0) => {
    const { webContents } = windows[window]
    webContents.listening({ senderFrame: webContents.mainFrame })
  },
  load: async (url) => {
    const response = await protocol.answer({ method: 'GET', url })
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: await response.text(),
    }
  },
  /** Somebody closes the window. Answers whether it is still there. */
  close: (window = 0) => {
    windows[window].close()
    return !windows[window].isDestroyed()
  },
  isVisible: (window = 0) => windows[window].isVisible(),
  startAgain: (data) => app.emit('second-instance', {}, ['--of', 'Chromium'], '/', data),
  clickIcon: (kind = 'click') => icons.at(-1).emit(kind, {}),
  clickNotification: (index) => notifications[index].emit('click', {}),
  /** Settles never where the app ends of it. */
  quit: () => app.quit(),
  emit: ([object, name]) => ({ app, powerMonitor, window: windows[0] })[object].emit(name, event()),
}

process.on('message', async ({ id, what, parameter }) => {
  const value = await asked[what](parameter)
  if (process.connected) process.send({ id, value })
})

function event() {
  const next = { isPrevented: false, preventDefault: () => (next.isPrevented = true) }
  return next
}

/** Answers whether nobody held it up. */
function passes(emitter, name) {
  const each = event()
  emitter.emit(name, each)
  return !each.isPrevented
}

/** As Electron does it: who quits is asked for, then the windows, then the app. */
function quit() {
  if (!passes(app, 'before-quit')) return
  for (const window of windows) if (!window.isDestroyed()) window.close()
  if (windows.every((window) => window.isDestroyed()) && passes(app, 'will-quit')) app.exit(0)
}

// The packed program has no file of its own before its arguments.
const isPackaged = process.env.SAVEPOINT_TEST_PACKAGED === '1'
const script = process.argv[1]
if (isPackaged) process.argv.splice(1, 1)

export const app = Object.assign(new EventEmitter(), {
  isPackaged,
  enableSandbox: noted('app.enableSandbox'),
  disableHardwareAcceleration: noted('app.disableHardwareAcceleration'),
  setAppUserModelId: noted('app.setAppUserModelId'),
  requestSingleInstanceLock: noted('app.requestSingleInstanceLock', () => true),
  whenReady: () => Promise.resolve(),
  // Packed, our folder is the archive, from which package.json is read.
  getAppPath: () => (isPackaged ? process.cwd() : script),
  getPath: () => process.env.SAVEPOINT_TEST_PROGRAM ?? process.execPath,
  getName: () => 'Savepoint',
  getVersion: () => '0.1.0',
  getLoginItemSettings: noted('app.getLoginItemSettings', () => ({ openAtLogin: false })),
  setLoginItemSettings: noted('app.setLoginItemSettings'),
  setJumpList: noted('app.setJumpList', () => 'ok'),
  quit,
  exit: (code = 0) => {
    if (process.connected) process.send({ ended: told }, () => process.exit(code))
    else process.exit(code)
  },
})
export const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseDarkColors: false,
  shouldUseDarkColorsForSystemIntegratedUI: false,
  themeSource: 'system',
})
export const Menu = {
  setApplicationMenu: noted('Menu.setApplicationMenu'),
  buildFromTemplate: (template) => template,
}
export const dialog = {
  showErrorBox: (_title, message) => console.error(message),
  showMessageBox: noted('dialog.showMessageBox', () => Promise.resolve({ response: answers.shift() ?? 0 })),
}
export const shell = { showItemInFolder: noted('shell.showItemInFolder') }
export const protocol = {
  registerSchemesAsPrivileged: noted('protocol.registerSchemesAsPrivileged'),
  handle: (_scheme, handler) => (protocol.answer = handler),
}
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: () => undefined,
    setPermissionCheckHandler: () => undefined,
    setDevicePermissionHandler: () => undefined,
    setDisplayMediaRequestHandler: () => undefined,
    webRequest: { onBeforeRequest: () => undefined },
  }),
}
export const powerMonitor = new EventEmitter()
const display = { scaleFactor: 1, workArea: { x: 0, y: 0, width: 1920, height: 1040 } }
export const screen = Object.assign(new EventEmitter(), {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display,
})
export const nativeImage = {
  createFromDataURL: (url) => ({ picture: url.slice(0, 22), length: url.length }),
}
export const globalShortcut = {
  register: noted('globalShortcut.register', () => true),
  unregister: noted('globalShortcut.unregister'),
}

export class Tray extends EventEmitter {
  setImage = noted('tray.setImage')
  setToolTip = noted('tray.setToolTip')
  popUpContextMenu = noted('tray.popUpContextMenu')
  destroy = noted('tray.destroy')
  getBounds = () => ({ x: 1700, y: 1048, width: 24, height: 24 })
  constructor(image) {
    super()
    told.push(['new Tray', image])
    icons.push(this)
  }
}

export class Notification extends EventEmitter {
  static isSupported = () => true
  static handleActivation = () => undefined
  constructor(options) {
    super()
    this.show = noted('notification.show', () => notifications.push(this)).bind(null, options)
  }
}

export class BrowserWindow extends EventEmitter {
  #isShown = false
  #isDestroyed = false
  webContents = createPage(windows.length)
  static getAllWindows = () => windows.filter((window) => !window.isDestroyed())
  static getFocusedWindow = () => null
  constructor(options) {
    super()
    told.push(['new BrowserWindow', options])
    this.preload = options.webPreferences.preload
    windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
    app.emit('browser-window-created', {}, this)
  }
  async loadURL(url) {
    // The bridge is there a moment later in the same turn; whoever plays the page is told when it can call.
    setImmediate(() => {
      this.emit('ready-to-show')
      process.send({ opened: { url, preload: this.preload } })
    })
  }
  show() {
    this.#isShown = true
  }
  hide() {
    this.#isShown = false
  }
  close() {
    if (passes(this, 'close')) this.destroy()
  }
  destroy() {
    this.#isDestroyed = true
    this.#isShown = false
    this.emit('closed')
    if (BrowserWindow.getAllWindows().length === 0 && !app.emit('window-all-closed')) app.quit()
  }
  isVisible = () => this.#isShown
  isDestroyed = () => this.#isDestroyed
  isMinimized = () => false
  isMaximized = () => false
  getNormalBounds = () => ({ x: 10, y: 20, width: 1000, height: 700 })
  focus = () => undefined
  maximize = () => undefined
  setBackgroundColor = () => undefined
}
