import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { keyboard, type Driver } from './drivers.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, isFocused, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const unasked = "Please don't ask me again"

describe.skipIf(chromiumPath === null)(
  'dialogs, by keyboard alone, as a screen reader would tell of them',
  () => {
    let browser: Browser
    let app: RunningApp
    let page: Page
    let window: Window
    let driver: Driver

    beforeAll(async () => {
      browser = await launchChromium(chromiumPath ?? '')
      app = await startApp(['--demo'], { SAVEPOINT_DEMO_PACE: '0.1' })
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
      page = await context.newPage()
      await page.goto(app.url)
      window = new Window(page)
      driver = keyboard(window)
      await window.machine('WIN11-TEST').waitFor()
    })
    afterAll(async () => {
      await browser.close()
      await app.stop()
    })

    // A dialog that a failed test left open would fail all that follow.
    afterEach(async () => {
      await page.setViewportSize({ width: 1280, height: 800 })
      if ((await openDialog().count()) > 0) await leave(openDialog())
    })

    function openDialog(): Locator {
      return page.getByRole('alertdialog').or(page.getByRole('dialog'))
    }

    async function askOfCheckpoint(name: string, item: string): Promise<Locator> {
      await driver.selectMachine('WIN11-TEST')
      await driver.selectCheckpoint(name)
      await driver.command(window.checkpoint(name), item)
      const dialog = openDialog()
      await dialog.waitFor()
      return dialog
    }

    async function leave(dialog: Locator): Promise<void> {
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }

    it.each([
      [
        'Apply…',
        'Apply Checkpoint',
        'Create Checkpoint and Apply',
        /the virtual machine will be off afterwards/,
      ],
      [
        'Delete Checkpoint…',
        'Delete Checkpoint',
        "Don't Delete",
        /Nothing of Now is lost.*these stay.*keeps running/s,
      ],
      ['Delete Checkpoint Subtree…', 'Delete Checkpoint Subtree', "Don't Delete", /4 checkpoints go/],
    ])(
      '%s is an alert with its name, its safe answer and what will happen',
      async (item, name, safe, told) => {
        const dialog = await askOfCheckpoint('Clean install', item)
        await window.dialog(name).and(page.getByRole('alertdialog')).waitFor()
        expect(await descriptionOf(dialog)).toMatch(told)
        expect(await isFocused(dialog.getByRole('button', { name: safe, exact: true }))).toBe(true)
        for (const picture of ['Now', 'Afterwards'])
          expect(
            await dialog.getByRole('list', { name: picture }).getByRole('listitem').count(),
          ).toBeGreaterThan(0)
        expect(await descriptionOf(dialog.getByRole('checkbox', { name: unasked }))).toMatch(/^From then on/)
        await leave(dialog)
      },
    )

    it('sets what was chosen, says so, and shows it when it is opened again', async () => {
      await driver.selectMachine('WEB01')
      await driver.command(window.machine('WEB01'), 'Settings…')
      const dialog = window.dialog('Settings for WEB01 on HV-LAB')
      await dialog.waitFor()
      expect(await dialog.getByRole('textbox', { name: 'Checkpoint File Location' }).isEditable()).toBe(false)
      await dialog
        .getByText('The checkpoint file location of WEB01 can’t change while it has a checkpoint.')
        .waitFor()
      await tabTo(dialog.getByRole('radio', { name: 'Production checkpoints' }))
      await page.keyboard.press('ArrowDown')
      expect(await dialog.getByRole('radio', { name: 'Standard checkpoints' }).isChecked()).toBe(true)
      await tabTo(dialog.getByRole('button', { name: 'Apply', exact: true }))
      await page.keyboard.press('Enter')
      await page
        .getByRole('status')
        .filter({ hasText: 'WEB01: Settings changed.' })
        .waitFor({ state: 'attached' })
      await leave(dialog)
      await driver.command(window.machine('WEB01'), 'Settings…')
      await expect
        .poll(() => dialog.getByRole('radio', { name: 'Standard checkpoints' }).isChecked())
        .toBe(true)
      await leave(dialog)
    })

    it('asks no more once it was told to, and keeps the current state first then', async () => {
      const dialog = await askOfCheckpoint('Clean install', 'Apply…')
      await tabTo(dialog.getByRole('checkbox', { name: unasked }))
      await page.keyboard.press('Space')
      await driver.press(dialog.getByRole('button', { name: 'Create Checkpoint and Apply' }))
      await dialog.waitFor({ state: 'detached' })
      await applied(6)
      await driver.selectCheckpoint('Office and tools installed')
      await driver.command(window.checkpoint('Office and tools installed'), 'Apply…')
      await applied(7)
      expect(await page.getByRole('alertdialog').count()).toBe(0)
    })

    /** Said aloud, and as many rows in the tree with the kept state, and Now, among them. */
    async function applied(rows: number): Promise<void> {
      await page
        .getByRole('status')
        .filter({ hasText: 'WIN11-TEST: Checkpoint applied.' })
        .waitFor({ state: 'attached' })
      await expect.poll(() => window.tree.getByRole('treeitem').count(), { timeout: 15_000 }).toBe(rows)
    }

    async function tabTo(control: Locator): Promise<void> {
      for (let step = 0; step < 20 && !(await isFocused(control)); step += 1) await page.keyboard.press('Tab')
      expect(await isFocused(control)).toBe(true)
    }
  },
)

async function descriptionOf(element: Locator): Promise<string> {
  return element.evaluate((node) =>
    (node.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  )
}
