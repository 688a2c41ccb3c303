import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import type { LabOptions } from './serve-lab.ts'
import { violations } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)(
  'no tab of the details and no menu breaks a rule that a program can check',
  () => {
    let browser: Browser
    let opened: LabWindow

    beforeAll(async () => {
      browser = await launchChromium(chromiumPath ?? '')
    })
    afterEach(() => opened.close())
    afterAll(() => browser.close())

    async function open(options: LabOptions): Promise<LabWindow> {
      opened = await openLabWindow(browser, options)
      return opened
    }

    it('in each tab of the details, of a machine and of a checkpoint', async () => {
      const { page, window } = await open({ lab: createLab })
      await window.select('SQL-PROD')
      const tabs = page.getByRole('tab')
      for (const target of [window.machine('SQL-PROD'), window.checkpoint('Before CU 14')]) {
        await target.click()
        for (let index = 0; index < (await tabs.count()); index += 1) {
          await tabs.nth(index).click()
          await page.getByRole('tabpanel').waitFor()
          expect(await violations(page), (await tabs.nth(index).textContent()) ?? '').toEqual([])
        }
      }
    })

    it('with the menu of a checkpoint that is not ours to touch, which says why', async () => {
      const { page, window } = await open({ lab: createLab })
      await window.select('קבצים FILES ملفات')
      await window.checkpoint(/./).filter({ hasText: 'Backup' }).last().click({ button: 'right' })
      const menu = page.getByRole('menu', { name: /Backup/ })
      const item = menu.getByRole('menuitem', { name: 'Delete Checkpoint…', exact: true })
      expect(await item.getAttribute('aria-disabled')).toBe('true')
      expect(await violations(page)).toEqual([])
    })

    it('with menus open, and while a name is edited, kept or not', async () => {
      const { page, window } = await open({ lab: createLab })
      await window.select('SQL-PROD')
      await window.machine('SQL-PROD').click({ button: 'right' })
      await page.getByRole('menuitem', { name: 'Settings…' }).waitFor()
      expect(await violations(page), 'menu of a machine').toEqual([])
      await page.keyboard.press('Escape')
      await page.getByRole('menuitem', { name: 'Action', exact: true }).click()
      await page.getByRole('menuitem', { name: 'Checkpoint', exact: true }).waitFor()
      expect(await violations(page), 'menu bar').toEqual([])
      await page.keyboard.press('Escape')
      await window.checkpoint('Before CU 14').click()
      await page.keyboard.press('F2')
      await page.getByRole('textbox', { name: 'New name' }).fill(' ')
      await page.keyboard.press('Enter')
      expect(await violations(page), 'a name that can’t be kept').toEqual([])
    })
  },
)
