import * as electron from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { placeBeside } from '../../electron/desktop/tray-place.ts'
import { createTrayWindow } from '../../electron/desktop/tray-window.ts'
import { StubWindow } from '../support/electron-stub.ts'
import { createManualClock } from '../support/manual-clock.ts'
import { safePage } from '../support/safe-page.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const icon = { x: 1700, y: 1048, width: 24, height: 24 }
const size = { width: 380, height: 520 }

function create() {
  const clock = createManualClock()
  const unsubscribe = vi.fn()
  const app = {
    dispatch: vi.fn(() => Promise.resolve({ ok: true as const, value: 'answered' })),
    subscribe: () => unsubscribe,
  }
  const small = createTrayWindow({ app, clock, preload: '/app/preload.cjs' })
  return { small, clock, app, unsubscribe }
}

function opened(): StubWindow {
  return StubWindow.opened.at(-1)!
}

beforeEach(() => {
  vi.clearAllMocks()
  StubWindow.opened.length = 0
})

describe('The small window of the tray', () => {
  it('is opened beside the icon, without a frame, with every safety setting of the large one', () => {
    create().small.toggle(icon)
    const { options, loadURL } = opened()
    expect({ options, loaded: loadURL.mock.calls }).toEqual({
      options: {
        title: 'Savepoint',
        x: 1522,
        y: 508,
        width: 380,
        height: 520,
        frame: false,
        resizable: false,
        minimizable: false,
        maximizable: false,
        fullscreenable: false,
        skipTaskbar: true,
        alwaysOnTop: true,
        show: false,
        backgroundColor: '#f3f3f3',
        webPreferences: { preload: '/app/preload.cjs', ...safePage },
      },
      loaded: [['app://savepoint/tray.html']],
    })
  })

  it('shows itself and takes the keys once it is painted', () => {
    create().small.toggle(icon)
    const before = opened().show.mock.calls.length
    opened().emit('ready-to-show')
    expect([before, opened().show.mock.calls.length, opened().focus.mock.calls.length]).toEqual([0, 1, 1])
  })

  it('answers its own page, and no page from elsewhere', async () => {
    create().small.toggle(icon)
    const { webContents } = opened()
    const answer = webContents.ipc.handle.mock.lastCall![1] as (
      event: object,
      name: string,
      input: object,
    ) => Promise<unknown>
    const asked = [webContents.mainFrame, { url: 'app://savepoint/tray.html' }, null].map((senderFrame) =>
      answer({ senderFrame }, 'vm.list', {}),
    )
    expect(await Promise.all(asked)).toMatchObject([
      { ok: true, value: 'answered' },
      { ok: false, error: { code: 'untrusted' } },
      { ok: false, error: { code: 'untrusted' } },
    ])
  })

  it.each(['blur', 'closed'])('is gone with all that it held when the window is told %s', (event) => {
    const { small, unsubscribe } = create()
    small.toggle(icon)
    const isOpen = small.whileOpen()
    const before = isOpen()
    opened().emit(event)
    expect([before, isOpen(), unsubscribe.mock.calls.length]).toEqual([true, false, 1])
  })

  it('is gone when its page crashed, and opens anew at the next click', () => {
    const { small } = create()
    small.open(icon)
    const isOpen = small.whileOpen()
    opened().webContents.emit('render-process-gone', {}, { reason: 'crashed' })
    small.open(icon)
    expect([isOpen(), small.whileOpen()(), StubWindow.opened.length]).toEqual([false, true, 2])
  })

  it('is closed by the click on the icon that takes its focus away, and opened by the one after', async () => {
    const { small, clock } = create()
    small.toggle(icon)
    opened().emit('blur')
    await clock.advance(20)
    small.toggle(icon)
    const afterFirst = small.whileOpen()()
    await clock.advance(400)
    small.toggle(icon)
    expect([afterFirst, small.whileOpen()(), StubWindow.opened.length]).toEqual([false, true, 2])
  })

  it('is there once: asked for again it comes to the front', () => {
    const { small } = create()
    small.open(icon)
    small.open(icon)
    expect([StubWindow.opened.length, opened().focus.mock.calls.length]).toEqual([1, 1])
  })

  it('closes at a second click that did not take its focus, and with the app', () => {
    const { small } = create()
    small.toggle(icon)
    small.toggle(icon)
    const afterClick = small.whileOpen()()
    small.open(icon)
    small.close()
    expect([afterClick, small.whileOpen()()]).toEqual([false, false])
  })
})

describe('The place of the small window', () => {
  const bottom = { x: 0, y: 0, width: 1920, height: 1040 }

  it.each([
    ['a taskbar below', icon, bottom, { x: 1522, y: 508 }],
    ['a taskbar above', { ...icon, y: 4 }, { ...bottom, y: 40 }, { x: 1522, y: 52 }],
    [
      'a taskbar at the left',
      { x: 10, y: 1000, width: 24, height: 24 },
      { ...bottom, x: 48 },
      { x: 60, y: 468 },
    ],
    [
      'a taskbar at the right',
      { x: 1890, y: 1000, width: 24, height: 24 },
      { ...bottom, width: 1872, height: 1080 },
      { x: 1480, y: 468 },
    ],
    ['the icons that Windows hides', { x: 1600, y: 980, width: 24, height: 24 }, bottom, { x: 1422, y: 448 }],
    ['a screen to the left of the first', { ...icon, x: -220 }, { ...bottom, x: -1920 }, { x: -398, y: 508 }],
    ['an icon of which nothing is known', { x: 0, y: 0, width: 0, height: 0 }, bottom, { x: 1528, y: 508 }],
  ])('is beside %s', (_, at, free, place) => {
    expect(placeBeside(at, free, size)).toEqual({ ...place, ...size })
  })

  it('is smaller where the screen is', () => {
    const small = { x: 0, y: 0, width: 320, height: 400 }
    expect(placeBeside({ x: 300, y: 405, width: 16, height: 16 }, small, size)).toEqual({
      x: 12,
      y: 12,
      width: 296,
      height: 376,
    })
  })
})

it('keeps the colour of the desk behind the page in the dark', () => {
  Object.assign(electron.nativeTheme, { shouldUseDarkColors: true })
  create().small.open(icon)
  Object.assign(electron.nativeTheme, { shouldUseDarkColors: false })
  expect(opened().options).toMatchObject({ backgroundColor: '#1f1f1f' })
})
