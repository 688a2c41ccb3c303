import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import { followHost } from '../../renderer/follow-host.ts'
import { useSettings } from '../../renderer/stores/settings.ts'
import { followTheme } from '../../renderer/theme/theme.ts'
import { fakeBridge, type FakeBridge } from './support/fake-bridge.ts'
import { giveBridge } from './support/give-bridge.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let bridge: FakeBridge
const shown = (): string | undefined => document.documentElement.dataset.theme

beforeEach(() => {
  bridge = fakeBridge()
  giveBridge(bridge)
  setActivePinia(createPinia())
  delete document.documentElement.dataset.theme
})

describe('the theme', () => {
  it('is the one that was kept, as soon as it is read', async () => {
    await bridge.call('settings.change', { theme: 'dark' })
    await useSettings().read()
    followTheme()
    expect(shown()).toBe('dark')
  })

  it('is the system’s where the settings can’t be read', async () => {
    document.documentElement.dataset.theme = 'dark'
    bridge.refuse('settings.read', { code: 'internal', message: 'No.' })
    await useSettings()
      .read()
      .catch(() => undefined)
    followTheme()
    expect(shown()).toBeUndefined()
  })

  it('changes in this window when it is changed in another, until it is no longer followed', async () => {
    const stopHost = followHost(() => undefined)
    const stop = followTheme()
    const change = async (theme: 'light' | 'dark'): Promise<void> => {
      bridge.emit({
        name: 'settings.changed',
        payload: { settings: { ...defaultAppSettings, theme }, problem: null },
      })
      await flushPromises()
    }
    await change('light')
    const followed = shown()
    stop()
    await change('dark')
    stopHost()
    expect([followed, shown()]).toEqual(['light', 'light'])
  })

  it('is not set back by an answer that is older than what another window has set', async () => {
    const answer = bridge.delay('settings.read')
    const reading = useSettings().read()
    useSettings().put({ settings: { ...defaultAppSettings, theme: 'light' }, problem: null })
    answer()
    await reading
    expect(useSettings().settings.theme).toBe('light')
  })
})

describe('what is wrong with the file of settings', () => {
  const problem = 'The file of settings could not be read and was set aside.'
  const state = { settings: { ...defaultAppSettings, isWelcomed: true }, problem }
  let window: OpenWindow

  afterEach(() => {
    window.close()
  })

  async function alertsOfWindow(): Promise<readonly string[]> {
    window = await openWindow([])
    window.bridge.emit({ name: 'settings.changed', payload: state })
    await window.settle()
    window.bridge.emit({ name: 'settings.changed', payload: { ...state } })
    await window.settle()
    return window.all('alert').map(({ textContent }) => textContent.trim())
  }

  it('is told once, also where the page is loaded again', async () => {
    const atFirst = await alertsOfWindow()
    window.leave()
    expect([atFirst, await alertsOfWindow()]).toEqual([[`Settings${problem}`], []])
  })
})
