import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type Spoken, spoken } from './spoken.ts'
import { violations, violationsInLight } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)('the help', () => {
  let browser: Browser
  let opened: LabWindow
  let reader: Spoken

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  async function open(viewport?: { readonly width: number; readonly height: number }): Promise<void> {
    opened = await openLabWindow(browser, { lab: createLab }, viewport)
    reader = spoken(opened)
    await opened.window.select('WIN11-TEST')
  }

  it('is read by keyboard and ear: F1, a link, the contents, and back to where one was', async () => {
    await open()
    await reader.press('F1')
    await reader.toHear('article', 'What a checkpoint is')
    await reader.tabTo('link', 'Apply, revert and delete')
    await reader.press('Enter')
    await reader.toHear('article', 'Apply, revert and delete')
    await reader.press('Shift+Tab')
    await reader.toHear('link', 'When machines can’t be seen')
    await reader.press('Enter')
    await reader.toHear('article', 'When machines can’t be seen')
    expect(await violations(opened.page)).toEqual([])
    await reader.press('Escape')
    await reader.toHear('row', /^WIN11-TEST/)
  })

  it('is opened from the menu by mouse, and shows another page by a link', async () => {
    await open()
    const { page } = opened
    await page.getByRole('menuitem', { name: 'Help' }).click()
    await page.getByRole('menuitem', { name: 'Help', exact: true }).last().click()
    const help = page.getByRole('dialog', { name: 'Help' })
    await help.getByRole('link', { name: 'What it costs' }).first().click()
    await help.getByRole('article', { name: 'What it costs' }).waitFor()
    await help.getByRole('button', { name: 'Close' }).click()
    await help.waitFor({ state: 'detached' })
  })

  it('stands above a dialog that it explains, and gives the focus back to it', async () => {
    await open()
    await opened.window.choose(opened.window.checkpoint('Clean install'), 'Apply…')
    await reader.toHear('button', 'Create Checkpoint and Apply')
    await reader.press('F1')
    await reader.toHear('article', 'Apply, revert and delete')
    await reader.press('Escape')
    await reader.toHear('button', 'Create Checkpoint and Apply')
  })

  it('loses nothing in a small window', async () => {
    await open({ width: 450, height: 400 })
    await reader.press('F1')
    await reader.toHear('article', 'What a checkpoint is')
    expect(await violationsInLight(opened.page)).toEqual([])
    const article = opened.page.getByRole('article')
    const sizes = await article.evaluate((each) => [
      each.scrollWidth <= each.clientWidth,
      each.clientWidth > 300,
    ])
    expect(sizes).toEqual([true, true])
  })
})
