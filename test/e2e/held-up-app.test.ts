import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { openLabWindow } from './lab-window.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
/** Milliseconds in which the app, which runs in the process of this test, does nothing at all. */
const held = 5_000

describe.skipIf(chromiumPath === null)('An app that is held up for five seconds', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterAll(() => browser.close())

  it('is waited for by the page, which says so and goes on with it', async () => {
    const opened = await openLabWindow(browser, { lab: createLab })
    onTestFinished(opened.close)
    const { page, window } = opened
    await window.machine('WIN11-TEST').waitFor()
    // The key is pressed while nobody here can answer it.
    await page.evaluate(() => {
      setTimeout(
        () => document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'F5', bubbles: true })),
        300,
      )
    })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, held)
    await page
      .getByRole('status')
      .filter({ hasText: 'Waiting for Savepoint…' })
      .waitFor({ state: 'detached' })
    expect(await opened.said()).toContain('Waiting for Savepoint…')
    expect(await page.getByText('The connection to Savepoint was lost.').count()).toBe(0)
  })
})
