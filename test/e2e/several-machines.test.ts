import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { heardAtFocus } from './heard.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)('the list by keyboard alone', () => {
  let browser: Browser
  let app: RunningApp
  let page: Page
  let window: Window

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    app = await startApp(['--demo'])
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(app.url)
    window = new Window(page)
    await window.machine('WIN11-TEST').waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  it('finds by the filter, says how many, selects what is left and acts on all of it', async () => {
    await page.keyboard.press('Control+F')
    await page.keyboard.type('DC0')
    await page.getByRole('status').filter({ hasText: 'Found: 2 virtual machines' }).waitFor()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+A')
    await window.actions.getByRole('group', { name: '2 virtual machines' }).waitFor()
    expect(await window.machines.getByRole('row', { selected: true }).count()).toBe(2)
    const { role, name } = await heardAtFocus(page)
    expect([role, name.startsWith('DC01')]).toEqual(['row', true])
  })

  it('keeps how the panes share the window when it is opened again', async () => {
    const line = page.getByRole('separator', { name: 'Width of the actions pane' })
    await line.focus()
    const kept = page.waitForResponse(/settings\.change$/)
    await page.keyboard.press('ArrowLeft')
    await kept
    await page.reload()
    await window.machine('WIN11-TEST').waitFor()
    expect(await line.getAttribute('aria-valuenow')).toBe('242')
  })
})
