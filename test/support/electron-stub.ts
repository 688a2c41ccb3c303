import { EventEmitter } from 'node:events'
import { vi } from 'vitest'
import { createTrayStub } from './tray-stub.ts'

/**
 * As much of Electron as the desktop part touches, recording what it is told. A test puts it in Electron's place:
 * `vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())`.
 */
export function createElectronStub() {
  const app = Object.assign(new EventEmitter(), {
    isPackaged: true,
    enableSandbox: vi.fn(),
    disableHardwareAcceleration: vi.fn(),
    requestSingleInstanceLock: vi.fn(() => true),
    whenReady: vi.fn(() => Promise.resolve()),
    quit: vi.fn(),
    exit: vi.fn(),
    getAppPath: vi.fn(() => '/app'),
    getPath: vi.fn(() => '/nowhere/Savepoint.exe'),
    getName: vi.fn(() => 'Savepoint'),
    setJumpList: vi.fn(() => 'ok'),
    setAppUserModelId: vi.fn(),
    getLoginItemSettings: vi.fn(() => ({ openAtLogin: false })),
    setLoginItemSettings: vi.fn(),
  })
  const nativeTheme = Object.assign(new EventEmitter(), {
    shouldUseDarkColors: false,
    shouldUseDarkColorsForSystemIntegratedUI: false,
    themeSource: 'system',
  })
  return {
    app,
    nativeTheme,
    BrowserWindow: StubWindow,
    Menu: { setApplicationMenu: vi.fn(), buildFromTemplate: vi.fn((template: unknown) => ({ template })) },
    dialog: {
      showErrorBox: vi.fn(),
      showOpenDialog: vi.fn(),
      showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })),
    },
    powerMonitor: new EventEmitter(),
    shell: { showItemInFolder: vi.fn() },
    protocol: { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() },
    session: { defaultSession: createSessionStub() },
    ...createTrayStub(),
  }
}

/** A method that only takes a handler. */
type Takes<Handler> = (handler: Handler) => void

export function createSessionStub() {
  return Object.assign(new EventEmitter(), {
    setPermissionRequestHandler:
      vi.fn<Takes<(page: object, name: string, callback: (granted: boolean) => void) => void>>(),
    setPermissionCheckHandler: vi.fn<Takes<(page: object, name: string) => boolean>>(),
    setDevicePermissionHandler: vi.fn<Takes<(details: object) => boolean>>(),
    setDisplayMediaRequestHandler:
      vi.fn<Takes<(request: object, callback: (streams: object) => void) => void>>(),
    webRequest: {
      onBeforeRequest: vi.fn<Takes<(request: object, callback: (answer: object) => void) => void>>(),
    },
  })
}

export function createContentsStub() {
  let zoomLevel = 0
  return Object.assign(new EventEmitter(), {
    mainFrame: { url: 'app://savepoint/index.html' },
    ipc: { handle: vi.fn(), removeHandler: vi.fn(), on: vi.fn(), removeAllListeners: vi.fn() },
    send: vi.fn(),
    isDestroyed: vi.fn(() => false),
    reload: vi.fn(),
    forcefullyCrashRenderer: vi.fn(),
    setWindowOpenHandler: vi.fn<Takes<() => object>>(),
    getZoomLevel: () => zoomLevel,
    setZoomLevel: (level: number) => {
      zoomLevel = level
    },
  })
}

export class StubWindow extends EventEmitter {
  static readonly opened: StubWindow[] = []
  static readonly getAllWindows = (): readonly StubWindow[] => StubWindow.opened
  readonly webContents = createContentsStub()
  readonly loadURL = vi.fn(() => Promise.resolve())
  readonly show = vi.fn(() => (this.isShown = true))
  readonly hide = vi.fn(() => (this.isShown = false))
  readonly maximize = vi.fn()
  readonly focus = vi.fn()
  readonly restore = vi.fn()
  readonly isMinimized = vi.fn(() => true)
  readonly destroy = vi.fn(() => this.emit('closed'))
  readonly setBackgroundColor = vi.fn()
  readonly isDestroyed = vi.fn(() => false)
  readonly isVisible = vi.fn(() => this.isShown)
  readonly isMaximized = vi.fn(() => false)
  readonly getNormalBounds = vi.fn(() => ({ x: 10, y: 20, width: 1000, height: 700 }))
  private isShown = false
  readonly options: unknown

  constructor(options: unknown) {
    super()
    this.options = options
    StubWindow.opened.push(this)
  }
}
