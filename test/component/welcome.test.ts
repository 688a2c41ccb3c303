import { afterEach, describe, expect, it } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import { vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

async function openFirstTime(): Promise<void> {
  window = await openWindow([vmWithTree()])
  await tell(false)
}

async function tell(isWelcomed: boolean): Promise<void> {
  window.bridge.emit({
    name: 'settings.changed',
    payload: { settings: { ...defaultAppSettings, isWelcomed }, problem: null },
  })
  await window.settle()
}

describe('The very first start', () => {
  it('tells three things, with the button that ends it focused', async () => {
    await openFirstTime()
    const [dialog] = window.all('dialog')
    expect({
      title: window.all('dialog').map(accessibleName),
      things: [...(dialog?.querySelectorAll('h3') ?? [])].map(({ textContent }) => textContent),
      focused: document.activeElement?.textContent.trim(),
    }).toEqual({
      title: ['Three Things Worth Knowing'],
      things: ['A checkpoint is not a backup', 'There are two kinds', 'The files are in two places'],
      focused: 'Begin',
    })
  })

  it.each([
    ['its button', () => window.click('button', 'Begin')],
    ['Esc', () => window.press('Escape')],
  ])('is over by %s, for ever', async (_way, leave) => {
    await openFirstTime()
    await leave()
    expect([window.all('dialog').length, window.bridge.requests]).toEqual([
      0,
      [{ name: 'settings.change', input: { isWelcomed: true } }],
    ])
  })

  it('is over in this window too when it is over in another', async () => {
    await openFirstTime()
    await tell(true)
    expect(window.all('dialog')).toEqual([])
  })

  it('is over though that can’t be kept', async () => {
    await openFirstTime()
    window.bridge.refuse('settings.change', { code: 'host-lost', message: 'No.' })
    await window.press('Escape')
    expect(window.all('dialog')).toEqual([])
  })
})

describe('Every other start', () => {
  it('tells nothing', async () => {
    window = await openWindow([vmWithTree()])
    expect(window.all('dialog')).toEqual([])
  })
})
