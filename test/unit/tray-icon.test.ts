import { readFileSync, readdirSync } from 'node:fs'
import * as electron from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { TrayState } from '#contract/tray-state'
import { createTrayIcon } from '../../electron/desktop/tray-icon.ts'
import { trayIconName } from '../../electron/desktop/tray-icon-image.ts'
import { StubTray } from '../support/tray-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const icons = new URL('../../electron/desktop/icons/', import.meta.url)

/** The picture as Electron is given it. */
function image(name: string): { readonly url: string } {
  return { url: `data:image/png;base64,${readFileSync(new URL(`${name}.png`, icons), 'base64')}` }
}

function show() {
  const heard = { onClick: vi.fn(), onDoubleClick: vi.fn(), onPointer: vi.fn() }
  const menu = vi.fn(() => [{ label: 'Quit Savepoint' }])
  const icon = createTrayIcon({ ...heard, menu })
  return { icon, tray: StubTray.shown.at(-1)!, heard, menu }
}

function state(change: Partial<TrayState>): TrayState {
  return { icon: 'normal', percent: null, tooltip: 'Savepoint', ...change }
}

beforeEach(() => {
  vi.clearAllMocks()
  Object.assign(electron.nativeTheme, { shouldUseDarkColorsForSystemIntegratedUI: false })
})

describe('The icon in the taskbar', () => {
  it.each([
    [{ icon: 'normal', percent: null }, 'normal'],
    [{ icon: 'attention', percent: null }, 'attention'],
    [{ icon: 'working', percent: null }, 'working-0'],
    [{ icon: 'working', percent: 24 }, 'working-0'],
    [{ icon: 'working', percent: 25 }, 'working-25'],
    [{ icon: 'working', percent: 99 }, 'working-75'],
    [{ icon: 'working', percent: 100 }, 'working-100'],
  ] as const)('is for %j the picture %s', (look, picture) => {
    expect(trayIconName(look, false, 1)).toBe(`${picture}-light-16`)
  })

  it.each([
    [1, 16],
    [1.25, 20],
    [1.5, 24],
    [1.75, 32],
    [2, 32],
    [3, 32],
  ])('is as large as a screen of scale %d shows it', (scale, size) => {
    expect(trayIconName({ icon: 'normal', percent: null }, true, scale)).toBe(`normal-dark-${String(size)}`)
  })

  it('has a picture for every name that there can be', () => {
    const looks = [0, 25, 50, 75, 100].map((percent) => ({ icon: 'working', percent }) as const)
    const all = [
      ...looks,
      { icon: 'normal', percent: null } as const,
      { icon: 'attention', percent: null } as const,
    ]
    const names = all.flatMap((look) =>
      [true, false].flatMap((isDark) => [1, 1.25, 1.5, 2].map((scale) => trayIconName(look, isDark, scale))),
    )
    const files = readdirSync(icons).filter((file) => file.endsWith('.png'))
    expect(names.map((name) => `${name}.png`).sort()).toEqual(files.sort())
  })

  it('is there at once, and changes only where another picture says more', () => {
    const { icon, tray } = show()
    icon.show(state({ icon: 'working', percent: 26 }))
    icon.show(state({ icon: 'working', percent: 30 }))
    icon.show(state({ icon: 'attention' }))
    expect(tray.images).toEqual(
      ['normal-light-16', 'working-25-light-16', 'attention-light-16'].map((name) => image(name)),
    )
  })

  it('follows the taskbar’s theme and the screen’s scale, until the app ends', () => {
    const { icon, tray } = show()
    Object.assign(electron.nativeTheme, { shouldUseDarkColorsForSystemIntegratedUI: true })
    electron.nativeTheme.emit('updated')
    vi.mocked(electron.screen.getPrimaryDisplay).mockReturnValue({ scaleFactor: 1.5 } as electron.Display)
    electron.screen.emit('display-metrics-changed')
    icon.close()
    vi.mocked(electron.screen.getPrimaryDisplay).mockReturnValue({ scaleFactor: 1 } as electron.Display)
    electron.screen.emit('display-metrics-changed')
    electron.nativeTheme.emit('updated')
    expect({ images: tray.images.slice(1), destroyed: tray.destroy.mock.calls.length }).toEqual({
      images: [image('normal-dark-16'), image('normal-dark-24')],
      destroyed: 1,
    })
  })

  it('says in words what it shows, and no more often than they change', () => {
    const { icon, tray } = show()
    icon.show(state({ tooltip: 'Savepoint\nHYPERV01' }))
    icon.show(state({ tooltip: 'Savepoint\nHYPERV01', icon: 'attention' }))
    expect(tray.setToolTip.mock.calls).toEqual([['Savepoint'], ['Savepoint\nHYPERV01']])
  })

  it('makes its menu when it is opened, and not before', () => {
    const { tray, menu } = show()
    const before = menu.mock.calls.length
    tray.emit('right-click')
    expect({ before, shown: tray.popUpContextMenu.mock.calls }).toEqual({
      before: 0,
      shown: [[{ template: [{ label: 'Quit Savepoint' }] }]],
    })
  })

  it('stays one and the same, and says where it is each time anew: an Explorer that starts again has it put elsewhere', () => {
    const { icon, tray } = show()
    const before = icon.bounds()
    tray.getBounds.mockReturnValue({ x: 40, y: 1048, width: 24, height: 24 })
    icon.show(state({ icon: 'attention' }))
    expect([before.x, icon.bounds().x, tray.images.at(-1)]).toEqual([1700, 40, image('attention-light-16')])
    expect([tray.destroy.mock.calls, StubTray.shown.at(-1) === tray]).toEqual([[], true])
  })

  it('tells of clicks, double clicks and the pointer', () => {
    const { tray, heard } = show()
    for (const event of ['click', 'double-click', 'mouse-enter']) tray.emit(event)
    expect(Object.values(heard).map((each) => each.mock.calls.length)).toEqual([1, 1, 1])
  })
})
