import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/** What of Electron only the tray touches: the icon, its pictures, notifications, keys in all of Windows, the screen. */
export function createTrayStub() {
  return {
    Tray: StubTray,
    Notification: StubNotification,
    globalShortcut: createShortcutStub(),
    nativeImage: { createFromDataURL: vi.fn((url: string) => ({ url })) },
    screen: Object.assign(new EventEmitter(), {
      getPrimaryDisplay: vi.fn(() => ({ scaleFactor: 1 })),
      getAllDisplays: vi.fn(() => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]),
      getDisplayMatching: vi.fn(() => ({ workArea: { x: 0, y: 0, width: 1920, height: 1040 } })),
    }),
  }
}

/** Keys that other programs have are named in `taken`. */
function createShortcutStub() {
  const held = new Map<string, () => void>()
  const taken = new Set<string>()
  return {
    held,
    taken,
    register: vi.fn((keys: string, onKey: () => void) => {
      if (taken.has(keys)) return false
      held.set(keys, onKey)
      return true
    }),
    unregister: vi.fn((keys: string) => held.delete(keys)),
  }
}

export class StubTray extends EventEmitter {
  static readonly shown: StubTray[] = []
  readonly images: unknown[]
  readonly setToolTip = vi.fn()
  readonly popUpContextMenu = vi.fn()
  readonly destroy = vi.fn()
  readonly getBounds = vi.fn(() => ({ x: 1700, y: 1048, width: 24, height: 24 }))

  constructor(image: unknown) {
    super()
    this.images = [image]
    StubTray.shown.push(this)
  }

  setImage(image: unknown): void {
    this.images.push(image)
  }
}

export class StubNotification extends EventEmitter {
  static readonly shown: StubNotification[] = []
  static readonly isSupported = vi.fn(() => true)
  static readonly handleActivation = vi.fn<(onClick: () => void) => void>()
  readonly options: unknown

  constructor(options: unknown) {
    super()
    this.options = options
  }

  show(): void {
    StubNotification.shown.push(this)
  }
}
