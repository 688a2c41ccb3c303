import { describe, expect, it, vi } from 'vitest'
import type { DesktopState } from '#contract/desktop'
import { desktopHandlers } from '../../electron/core/desktop-handlers.ts'
import type { DesktopTools } from '../../electron/core/ports.ts'
import { exampleAbout } from '../support/example-about.ts'

const state: DesktopState = { isDesktop: true, hotkeyProblem: 'It is taken.', canStartWithWindows: true }

function tools(): DesktopTools {
  return {
    pickFolder: vi.fn(() => Promise.resolve('E:\\Exports')),
    showPath: vi.fn(),
    state: () => state,
    follow: () => () => undefined,
    pauseHotkey: vi.fn(),
    showWindow: vi.fn(() => Promise.resolve()),
    joinAdministrators: vi.fn(() => Promise.resolve({ wasMember: true })),
  }
}

describe('In a browser', () => {
  const handlers = desktopHandlers(null, () => undefined, exampleAbout)

  it.each([
    ['joining Hyper-V Administrators', () => handlers['host.joinAdministrators']({})],
    ['the system’s question for a folder', () => handlers['folder.pick']({ start: '' })],
    ['the system’s window of folders', async () => handlers['folder.show']({ path: 'E:\\' })],
    ['letting the key go', async () => handlers['hotkey.pause']({ isPaused: true })],
  ])('%s is refused', async (_what, ask) => {
    await expect(ask()).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('it is known to be none, and which app it is', async () => {
    expect(await handlers['desktop.state']({})).toMatchObject({ isDesktop: false })
    expect(await handlers['app.about']({})).toEqual(exampleAbout)
  })
})

describe('In the app’s own window', () => {
  it('joining Hyper-V Administrators is the desktop’s affair, and answers what came of it', async () => {
    const desktop = tools()
    const handlers = desktopHandlers(desktop, () => undefined, exampleAbout)
    expect(await handlers['host.joinAdministrators']({})).toEqual({ wasMember: true })
    expect(desktop.joinAdministrators).toHaveBeenCalledOnce()
  })

  it('the key is let go and held again by whoever holds it', async () => {
    const desktop = tools()
    const handlers = desktopHandlers(desktop, () => undefined, exampleAbout)
    await handlers['hotkey.pause']({ isPaused: true })
    await handlers['hotkey.pause']({ isPaused: false })
    expect(vi.mocked(desktop.pauseHotkey).mock.calls).toEqual([[true], [false]])
  })

  it('the state is the desktop’s own', async () => {
    expect(await desktopHandlers(tools(), () => undefined, exampleAbout)['desktop.state']({})).toEqual(state)
  })

  it('the large window is there before it is told what is wanted of it', async () => {
    const desktop = tools()
    const publish = vi.fn()
    await desktopHandlers(desktop, publish, exampleAbout)['window.show']({ what: 'health' })
    expect(publish.mock.calls).toEqual([['window.asked', { what: 'health' }]])
    expect(vi.mocked(desktop.showWindow).mock.invocationCallOrder[0]).toBeLessThan(
      publish.mock.invocationCallOrder[0]!,
    )
  })
})
