import AxeBuilder from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const pwsh = findPwsh()
const diagnosis = 'Why can’t I see my virtual machines?'

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
    const columns = ['Name', 'State', 'CPU Usage', 'Assigned Memory', 'Uptime', 'Status']
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

  it.each(['light', 'dark'] as const)(
    'in %s says why the demo host is shown in a dialog that breaks no rule, with Close focused',
    async (colorScheme) => {
      await page.emulateMedia({ colorScheme })
      await page.getByRole('button', { name: 'HV-LAB · live' }).click()
      await window.dialog(diagnosis).getByRole('list', { name: 'Findings' }).waitFor()
      expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Close')
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await window.dialog(diagnosis).waitFor({ state: 'detached' })
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

describe.skipIf(chromiumPath === null || pwsh === null)(
  `what says why Hyper-V can’t be reached is fit for it too${pwsh === null ? ' (no pwsh on the PATH)' : ''}`,
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
      ['light', 1280, 1],
      ['dark', 1280, 1],
      ['light', 900, 1],
      ['light', 640, 2],
      ['dark', 450, 2],
    ] as const)(
      'in %s at %i pixels the findings with their commands break no rule that a program can check',
      async (colorScheme, width, deviceScaleFactor) => {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize({ width, height: 800 / deviceScaleFactor })
        expect(await violations(page)).toEqual([])
        const list = window.dialog(diagnosis).getByRole('list', { name: 'Findings' })
        expect(await list.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
      },
    )

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

async function violations(page: Page): Promise<unknown[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze()
  return found.map(({ id, nodes }) => ({ id, where: nodes.map(({ target }) => target.join(' ')) }))
}
