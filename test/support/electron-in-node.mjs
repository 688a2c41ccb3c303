import { EventEmitter } from 'node:events'
import { register } from 'node:module'

/**
 * Stands for Electron where its program is not: the built main runs in Node, and whoever started it plays the page,
 * by messages. Loaded with --import, it puts itself in the place of the module "electron".
 */
const own = JSON.stringify(import.meta.url)
register(
  `data:text/javascript,${encodeURIComponent(
    `export async function resolve(name, context, next) {
      return name === 'electron' ? { url: ${own}, shortCircuit: true } : next(name, context)
    }`,
  )}`,
)

const nothing = () => undefined
const page = Object.assign(new EventEmitter(), {
  mainFrame: { url: 'app://savepoint/index.html' },
  ipc: {
    handle: (_channel, handler) => (page.answer = handler),
    removeHandler: nothing,
    on: (_channel, listener) => (page.listening = listener),
    removeAllListeners: nothing,
  },
  send: (channel, event) => process.send({ channel, event }),
  isDestroyed: () => false,
  setZoomLevel: nothing,
})

const asked = {
  call: ([name, input]) => page.answer({ senderFrame: page.mainFrame }, name, input),
  load: async (url) => {
    const response = await protocol.answer({ method: 'GET', url })
    return { status: response.status, body: await response.text() }
  },
  quit: () => app.emit('will-quit', { preventDefault: nothing }),
}

process.on('message', async ({ id, what, parameter }) => {
  const value = await asked[what](parameter)
  if (process.connected) process.send({ id, value })
})

export const app = Object.assign(new EventEmitter(), {
  isPackaged: false,
  enableSandbox: nothing,
  requestSingleInstanceLock: () => true,
  whenReady: () => Promise.resolve(),
  getAppPath: () => process.argv[1],
  quit: nothing,
  exit: (code) => process.exit(code),
})
export const nativeTheme = Object.assign(new EventEmitter(), {
  shouldUseDarkColors: false,
  themeSource: 'system',
})
export const Menu = { setApplicationMenu: nothing }
export const dialog = { showErrorBox: (_title, message) => console.error(message) }
export const shell = { showItemInFolder: nothing }
export const protocol = {
  registerSchemesAsPrivileged: nothing,
  handle: (_scheme, handler) => (protocol.answer = handler),
}
export const session = {
  defaultSession: Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: nothing,
    setPermissionCheckHandler: nothing,
    setDevicePermissionHandler: nothing,
    setDisplayMediaRequestHandler: nothing,
    webRequest: { onBeforeRequest: nothing },
  }),
}
export class BrowserWindow extends EventEmitter {
  webContents = page
  static getAllWindows = () => []
  constructor({ webPreferences }) {
    super()
    this.preload = webPreferences.preload
  }
  async loadURL(url) {
    // The bridge is there a moment later in the same turn; whoever plays the page is told when it can call.
    setImmediate(() => process.send({ opened: { url, preload: this.preload } }))
  }
}
