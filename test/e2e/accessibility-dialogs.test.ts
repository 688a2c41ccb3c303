import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { heardAtFocus } from './heard.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { violations, violationsInLight } from './violations.ts'
import { type Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const machine = 'WIN11-TEST'
const checkpoint = 'Office and tools installed'
const lost = new AppError(
  'service-stopped',
  'The service of Hyper-V does not run. Start it.',
  'Der Dienst steht.',
)

/** The item of the menu, its dialog, and role and name of what has the focus at first. */
const ofCheckpoint = [
  ['Apply…', 'Apply Checkpoint', 'button Create Checkpoint and Apply'],
  ['Delete Checkpoint…', 'Delete Checkpoint', "button Don't Delete"],
  ['Delete Checkpoint Subtree…', 'Delete Checkpoint Subtree', "button Don't Delete"],
  ['Export…', 'Export Virtual Machine', 'textbox Location'],
] as const
const ofMachine = [
  ['Revert…', 'Revert Virtual Machine', 'button Create Checkpoint and Revert'],
  ['Checkpoint…', 'Checkpoint Name', 'textbox Name'],
  ['Turn Off…', 'Turn Off', "button Don't Turn Off"],
  ['Shut Down…', 'Shut Down', "button Don't Shut Down"],
  ['Settings…', `Settings for ${machine} on HV-LAB`, 'button OK'],
] as const

/** Nothing is done in here but looking, so that one window does for all. */
describe.skipIf(chromiumPath === null)('no dialog breaks a rule that a program can check', () => {
  let browser: Browser
  let opened: LabWindow
  let page: Page
  let window: Window

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    opened = await openLabWindow(browser, { lab: createLab })
    page = opened.page
    window = opened.window
  })
  beforeEach(() => window.select(machine))
  // A dialog that a failed test left open, or a host that it lost, would fail all that follow.
  afterEach(async () => {
    await opened.app.findAgain()
    await page.setViewportSize({ width: 1280, height: 800 })
    const left = page.getByRole('dialog').or(page.getByRole('alertdialog'))
    if ((await left.count()) > 0) await leave(left)
  })
  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  async function ask(target: Locator, item: string, title: string): Promise<Locator> {
    await window.choose(target, item)
    const dialog = window.dialog(title)
    await dialog.waitFor()
    return dialog
  }

  async function leave(dialog: Locator): Promise<void> {
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  }

  /** Neither on a screen of the usual size nor on a small one at 200 %, where nothing is wider than the dialog either. */
  async function toBreakNoRule(dialog: Locator): Promise<void> {
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 640, height: 400 })
    expect(await violationsInLight(page), '640 by 400').toEqual([])
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
  }

  it.each([
    ...ofCheckpoint.map((each) => [...each, 'treeitem', checkpoint] as const),
    ...ofMachine.map((each) => [...each, 'row', machine] as const),
  ])('%s opens “%s” at its %s, and gives the focus back', async (item, title, focused, role, name) => {
    const target = role === 'row' ? window.machine(name) : window.checkpoint(name)
    const dialog = await ask(target, item, title)
    const heard = await heardAtFocus(page)
    expect(`${heard.role} ${heard.name}`).toBe(focused)
    await toBreakNoRule(dialog)
    await leave(dialog)
    await expect.poll(() => heardAtFocus(page)).toMatchObject({ role })
  })

  it.each([
    ['without checkpoints', 'DC01'],
    ['with checkpoints disabled', 'Kassensystem Füssen'],
  ])('the settings of a machine %s, with the folders of the host open', async (_which, name) => {
    await window.select(name)
    const dialog = await ask(window.machine(name), 'Settings…', `Settings for ${name} on HV-LAB`)
    await dialog.getByRole('button', { name: 'Browse…' }).click()
    await dialog.getByRole('region', { name: 'Folders on the host' }).getByRole('button').first().waitFor()
    await toBreakNoRule(dialog)
    await leave(dialog)
  })

  it('an export to a folder that can’t be, and one that is looked for among those of the host', async () => {
    const dialog = await ask(window.checkpoint(checkpoint), 'Export…', 'Export Virtual Machine')
    await dialog.getByRole('textbox', { name: 'Location' }).fill('Exports')
    await dialog.getByRole('button', { name: 'Export', exact: true }).click()
    await dialog.getByText('Write the whole path of the folder').waitFor()
    expect(await violations(page), 'a folder that can’t be').toEqual([])
    await dialog.getByRole('button', { name: 'Browse…' }).click()
    await dialog.getByRole('button', { name: 'D:\\' }).click()
    await dialog.getByRole('button', { name: 'Hyper-V' }).waitFor()
    await toBreakNoRule(dialog)
    await leave(dialog)
  })

  it('the name of a checkpoint that is too long, with the reason', async () => {
    const dialog = await ask(window.machine(machine), 'Checkpoint…', 'Checkpoint Name')
    await dialog.getByRole('textbox', { name: 'Name' }).fill('x'.repeat(101))
    await expect.poll(async () => (await heardAtFocus(page)).description).toMatch(/100 characters/)
    await toBreakNoRule(dialog)
    await leave(dialog)
  })

  it('a question whose answer is refused, with the reason in it', async () => {
    const dialog = await ask(window.checkpoint(checkpoint), 'Delete Checkpoint…', 'Delete Checkpoint')
    await opened.app.lose(lost)
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
    await dialog.getByRole('alert').getByText(lost.message).waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Delete')
    await toBreakNoRule(dialog)
    await leave(dialog)
    await opened.app.findAgain()
    await page.getByText(lost.message).first().waitFor({ state: 'detached' })
  })

  it.each([
    ['Help', 'Keyboard Shortcuts', 'Keyboard Shortcuts'],
    ['Help', 'About Savepoint', 'About Savepoint'],
    ['Help', 'Why can’t I see my virtual machines?', 'Why can’t I see my virtual machines?'],
    ['View', 'Columns…', 'Columns'],
    ['File', 'Settings…', 'Settings'],
  ])('the one of %s, %s', async (menu, item, title) => {
    await page.getByRole('menuitem', { name: menu, exact: true }).click()
    await page.getByRole('menuitem', { name: item }).click()
    const dialog = page.getByRole('dialog', { name: title, exact: true })
    await dialog.waitFor()
    await expect.poll(() => dialog.getByText('This takes a few seconds.').count()).toBe(0)
    await toBreakNoRule(dialog)
    await leave(dialog)
  })
})
