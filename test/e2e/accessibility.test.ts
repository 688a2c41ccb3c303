import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)('the window is fit for assistive technology', () => {
  let browser: Browser
  let app: RunningApp
  let page: Page
  let window: Window

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    app = await startApp(['--demo'])
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
    await page.goto(app.url)
    window = new Window(page)
    await window.machine('WIN11-TEST').waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  it('has the roles and names that people and programs find it by', async () => {
    const columns = [
      'Name',
      'State',
      'CPU Usage',
      'Assigned Memory',
      'Uptime',
      'Status',
      'Configuration Version',
    ]
    for (const name of columns) {
      expect(await window.machines.getByRole('columnheader', { name, exact: true }).count(), name).toBe(1)
    }
    await window.select('WIN11-TEST')
    expect(await window.outline()).toEqual([
      'Clean install',
      '  Office and tools installed',
      '    Now',
      '    Before KB5049981',
      '  Automatic Checkpoint - WIN11-TEST',
    ])
    await window.actions.waitFor()
  })

  it.each([
    ['light', 1280, 1],
    ['dark', 1280, 1],
    ['light', 900, 1],
    ['light', 640, 2],
  ] as const)(
    'in %s at %i pixels it breaks no rule that a program can check',
    async (colorScheme, width, deviceScaleFactor) => {
      await page.emulateMedia({ colorScheme })
      await page.setViewportSize({ width, height: 800 / deviceScaleFactor })
      expect(await violations(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await page.setViewportSize({ width: 1280, height: 800 })
    },
  )

  it.each([
    ['Apply…', 'Apply Checkpoint', 'Create Checkpoint and Apply'],
    ['Delete Checkpoint…', 'Delete Checkpoint', "Don't Delete"],
    ['Delete Checkpoint Subtree…', 'Delete Checkpoint Subtree', "Don't Delete"],
    ['Export…', 'Export Virtual Machine', ''],
  ])(
    '%s asks in a dialog with its title, the safe answer focused, and gives the focus back',
    async (item, title, safe) => {
      await window.select('WIN11-TEST')
      await window.choose(window.checkpoint('Office and tools installed'), item)
      await window.dialog(title).waitFor()
      await expect.poll(() => page.evaluate(() => document.activeElement?.textContent.trim())).toBe(safe)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await window.dialog(title).waitFor({ state: 'detached' })
      await expect
        .poll(() =>
          page.evaluate(() => document.activeElement?.closest('[role=tree]')?.getAttribute('aria-label')),
        )
        .toBe('Checkpoints')
    },
  )

  it('shows what is done to a checkpoint that is not ours to touch as disabled, with the reason', async () => {
    await window.select('קבצים FILES ملفات')
    await window.checkpoint(/./).filter({ hasText: 'Backup' }).last().click({ button: 'right' })
    const item = page
      .getByRole('menu', { name: /Backup/ })
      .getByRole('menuitem', { name: 'Delete Checkpoint…', exact: true })
    expect(await item.getAttribute('aria-disabled')).toBe('true')
    await page.keyboard.press('Escape')
  })
})

async function violations(page: Page): Promise<unknown[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))
}
