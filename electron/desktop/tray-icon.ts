import { Menu, type MenuItemConstructorOptions, type Rectangle, Tray, nativeTheme, screen } from 'electron'
import type { TrayState } from '#contract/tray-state'
import { trayIconImage, trayIconName } from './tray-icon-image.ts'

export interface TrayIcon {
  readonly show: (state: TrayState) => void
  readonly bounds: () => Rectangle
  readonly close: () => void
}

interface Parts {
  readonly onClick: () => void
  readonly onDoubleClick: () => void
  /** The pointer is on it, so that it may be clicked soon. */
  readonly onPointer: () => void
  /** What the menu shows, asked for each time it is opened. */
  readonly menu: () => MenuItemConstructorOptions[]
}

const atFirst: TrayState = { icon: 'normal', percent: null, tooltip: 'Savepoint' }

/** The icon in the taskbar. When Explorer starts again Electron puts it back by itself. */
export function createTrayIcon({ onClick, onDoubleClick, onPointer, menu }: Parts): TrayIcon {
  let state = atFirst
  let name = nameNow(state)
  const tray = new Tray(trayIconImage(name))
  tray.setToolTip(state.tooltip)
  const redraw = (): void => {
    const now = nameNow(state)
    if (now !== name) tray.setImage(trayIconImage(now))
    name = now
  }
  tray.on('click', onClick)
  tray.on('double-click', onDoubleClick)
  tray.on('mouse-enter', onPointer)
  tray.on('right-click', () => {
    openMenu(tray, menu())
  })
  nativeTheme.on('updated', redraw)
  screen.on('display-metrics-changed', redraw)
  return {
    show: (next) => {
      if (next.tooltip !== state.tooltip) tray.setToolTip(next.tooltip)
      state = next
      redraw()
    },
    bounds: () => tray.getBounds(),
    close: () => {
      nativeTheme.off('updated', redraw)
      screen.off('display-metrics-changed', redraw)
      tray.destroy()
    },
  }
}

/** What nobody refers to any more may be collected while it is open. */
const opened: ReturnType<typeof Menu.buildFromTemplate>[] = []

function openMenu(tray: Tray, template: MenuItemConstructorOptions[]): void {
  const menu = Menu.buildFromTemplate(template)
  opened.splice(0, opened.length, menu)
  tray.popUpContextMenu(menu)
}

/** The taskbar has a theme of its own, and the scale of the first screen. */
function nameNow(state: TrayState): string {
  const { scaleFactor } = screen.getPrimaryDisplay()
  return trayIconName(state, nativeTheme.shouldUseDarkColorsForSystemIntegratedUI, scaleFactor)
}
