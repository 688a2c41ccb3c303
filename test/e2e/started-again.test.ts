import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { openLabWindow } from './lab-window.ts'
import { serveLab } from './serve-lab.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)('A window in the browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterAll(() => browser.close())

  it('is told that Savepoint was started again while it was open, and is in again by the new address', async () => {
    const opened = await openLabWindow(browser, { lab: createLab })
    const { page, window } = opened
    await window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
    await opened.app.stop()
    await page.getByText('The connection to Savepoint was lost.').waitFor({ timeout: 30_000 })
    const port = Number(new URL(page.url()).port)
    const settings = settingsInMemory({ isWelcomed: true })
    const again = await serveLab({ lab: createLab, settings, port })
    await page.getByText('Savepoint does not know this page any more.').waitFor({ timeout: 30_000 })
    await page.getByText('Open the address that Savepoint printed last', { exact: false }).waitFor()
    await page.goto(again.newUrl())
    await window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
    await page.context().close()
    await again.stop()
  })
})
