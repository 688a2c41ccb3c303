import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { startApp } from './running-app.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
let browser: Browser

beforeAll(async () => {
  if (chromiumPath !== null) browser = await launchChromium(chromiumPath)
})
afterAll(async () => {
  if (chromiumPath !== null) await browser.close()
})

describe.skipIf(chromiumPath === null)('A dialog that is loaded when it is first opened', () => {
  it.each(['js', 'css'])('looks as ever after no .%s could be loaded', async (ending) => {
    const page = await openApp()
    const window = new Window(page)
    const settings = window.dialog('Settings')
    const files = `**/assets/*.${ending}`
    await page.route(files, (route) => route.abort())
    await openSettings(page, settings.or(window.dialog('Savepoint')))
    await page.keyboard.press('Escape')
    await page.unroute(files)
    await openSettings(page, settings)
    const afterwards = await heightsIn(settings)

    await page.reload()
    await listed(page)
    await openSettings(page, settings)
    expect(afterwards).toEqual(await heightsIn(settings))
  })
})

async function openApp(): Promise<Page> {
  const app = await startApp(['--demo'])
  const page = await browser.newPage()
  onTestFinished(async () => {
    await page.close()
    await app.stop()
  })
  await page.goto(app.url)
  await listed(page)
  return page
}

async function listed(page: Page): Promise<void> {
  await new Window(page).machines.getByRole('gridcell').first().waitFor()
}

async function openSettings(page: Page, expected: Locator): Promise<void> {
  await page.keyboard.press('Control+,')
  await expected.waitFor()
}

/** Of each group in sight, for what it looks like can’t be told by its words. */
function heightsIn(dialog: Locator): Promise<readonly number[]> {
  return dialog
    .getByRole('group')
    .evaluateAll((groups) => groups.map((group) => group.getBoundingClientRect().height))
}
