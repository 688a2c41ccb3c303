import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { violations } from './violations.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const pwsh = findPwsh()
const diagnosis = 'Why can’t I see my virtual machines?'

describe.skipIf(chromiumPath === null || pwsh === null)(
  `what says why Hyper-V can’t be reached breaks no rule that a program can check${pwsh === null ? ' (no pwsh on the PATH)' : ''}`,
  () => {
    let browser: Browser
    let app: RunningApp
    let page: Page
    let window: Window

    beforeAll(async () => {
      browser = await launchChromium(chromiumPath ?? '')
      app = await startApp(['--powershell', pwsh ?? '', '--module-path', 'test/stand-in'], {
        SAVEPOINT_STAND_IN_SERVICE: 'Stopped',
      })
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      page = await context.newPage()
      await page.goto(app.url)
      window = new Window(page)
      await page.getByRole('button', { name: 'Find Out Why…' }).click({ timeout: 60_000 })
      await window.dialog(diagnosis).getByRole('list', { name: 'Findings' }).waitFor({ timeout: 60_000 })
    })
    afterAll(async () => {
      await browser.close()
      await app.stop()
    })

    it.each([
      [1280, 800],
      [900, 800],
      [640, 400],
      [450, 400],
    ])('with the findings and their commands, in %i by %i pixels', async (width, height) => {
      await page.setViewportSize({ width, height })
      expect(await violations(page)).toEqual([])
      const list = window.dialog(diagnosis).getByRole('list', { name: 'Findings' })
      expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
    })

    it.each([
      [1280, 800],
      [450, 400],
    ])('is as large while it checks as when it is done, in %i by %i pixels', async (width, height) => {
      await page.setViewportSize({ width, height })
      const dialog = window.dialog(diagnosis)
      const before = await dialog.boundingBox()
      await dialog.getByRole('button', { name: 'Close' }).click()
      await page.getByRole('button', { name: 'Find Out Why…' }).click()
      await dialog.getByText('This takes a few seconds.').waitFor()
      const meanwhile = await dialog.boundingBox()
      await dialog.getByRole('list', { name: 'Findings' }).waitFor({ timeout: 60_000 })
      expect([meanwhile, await dialog.boundingBox()]).toEqual([before, before])
    })
  },
)
