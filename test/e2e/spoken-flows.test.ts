import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type Driver, keyboard } from './drivers.ts'
import { heardAtFocus } from './heard.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type Spoken, spoken } from './spoken.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
const machine = 'WIN11-TEST'
const office = 'Office and tools installed'

describe.skipIf(chromiumPath === null)('by keyboard alone, and by what a screen reader says', () => {
  let browser: Browser
  let opened: LabWindow
  let driver: Driver
  let reader: Spoken

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  beforeEach(async () => {
    opened = await openLabWindow(browser, { lab: createLab, pace: 0.02 })
    driver = keyboard(opened.window)
    reader = spoken(opened)
    await driver.selectMachine(machine)
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  it('a checkpoint is taken, and named in a dialog', async () => {
    await reader.toHear('row', new RegExp(`^${machine} Running`))
    await reader.press('Insert')
    await reader.toBeSaid(`${machine}: Checkpoint created.`)
    await reader.press('Shift+Insert')
    await reader.toHear('textbox', 'Name')
    await opened.page.keyboard.type('By hand')
    await reader.press('Enter')
    await opened.window.checkpoint('By hand').waitFor()
  })

  it('a checkpoint is renamed in place, and an empty name refused where it was typed', async () => {
    await driver.selectCheckpoint(office)
    await reader.toHear('treeitem', new RegExp(`^${office}`))
    await reader.press('F2')
    await reader.toHear('textbox', 'New name')
    await reader.press('Control+A', 'Delete', 'Enter')
    await expect.poll(async () => (await heardAtFocus(opened.page)).description).toMatch(/name/i)
    await opened.page.keyboard.type('Office')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Checkpoint renamed.`)
    await reader.toHear('treeitem', /^Office/)
  })

  it('a checkpoint is applied, with the answer focused that loses nothing', async () => {
    await driver.selectCheckpoint('Clean install')
    await opened.window.chooseByKeyboard('Apply…')
    await reader.toHear('button', 'Create Checkpoint and Apply')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Checkpoint applied. It is off now. It can be undone.`)
  })

  it('the machine is reverted', async () => {
    await reader.press('Control+E')
    await reader.toHear('button', 'Create Checkpoint and Revert')
    await reader.press('Tab')
    await reader.toHear('button', 'Revert')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Reverted.`)
  })

  it('a checkpoint is deleted, and then a subtree, after No was a key away', async () => {
    await driver.selectCheckpoint('Before KB5049981')
    await reader.press('Delete')
    await reader.toHear('button', "Don't Delete")
    await reader.press('Enter')
    await reader.toHear('treeitem', /^Before KB5049981/)
    await reader.press('Delete')
    await reader.toHear('button', "Don't Delete")
    await reader.press('Shift+Tab')
    await reader.toHear('button', 'Delete')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Checkpoint deleted.`)
    await driver.selectCheckpoint(office)
    await reader.press('Shift+Delete')
    await reader.toHear('button', "Don't Delete")
    await reader.press('Shift+Tab', 'Enter')
    await reader.toBeSaid(`${machine}: Checkpoint subtree deleted.`)
  })

  it('a checkpoint is exported to a folder that is typed', async () => {
    await driver.selectCheckpoint(office)
    await opened.window.chooseByKeyboard('Export…')
    await reader.toHear('textbox', 'Location')
    await opened.page.keyboard.type('D:\\Exports')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Checkpoint exported.`)
  })

  it('a checkpoint is exported to a folder that is found by Browse…', async () => {
    await driver.selectCheckpoint(office)
    await opened.window.chooseByKeyboard('Export…')
    await reader.toHear('textbox', 'Location', /A folder on the host/)
    await reader.tabTo('button', 'Browse…')
    await reader.press('Enter')
    await reader.tabTo('button', 'E:\\')
    await reader.press('Enter')
    await reader.toBeSaid('E:\\')
    await reader.toHear('button', 'Up')
    await reader.tabTo('button', 'Exports')
    await reader.press('Enter')
    await reader.toBeSaid('E:\\Exports')
    await reader.tabTo('button', 'Export')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Checkpoint exported.`)
    await reader.toHear('treeitem', office)
    expect(opened.app.simulation.folder('E:\\Exports')?.folders).not.toEqual([])
  })

  it('the notes of a checkpoint are read, given up and kept', async () => {
    await driver.selectCheckpoint(office)
    await reader.press('Enter')
    await reader.toHear('tab', 'Summary')
    await reader.tabTo('button', 'Edit Notes')
    await reader.press('Enter')
    await reader.toHear('textbox', 'Notes', /^Ctrl\+Enter keeps them, Esc gives up\.$/)
    await reader.press('Escape')
    await reader.toHear('button', 'Edit Notes')
    await reader.press('Enter')
    await reader.toHear('textbox', 'Notes')
    await reader.press('Control+A')
    await opened.page.keyboard.type('Until Friday')
    await reader.press('Control+Enter')
    await reader.toBeSaid(`${machine}: Notes changed.`)
    await reader.toHear('button', 'Edit Notes')
    await opened.page.getByRole('tabpanel').getByText('Until Friday', { exact: true }).waitFor()
  })

  it('Tab passes by the tree and selects no checkpoint, and Space selects the one that it stops at', async () => {
    const rowNamed = (name: string, isSelected: boolean): Locator =>
      opened.page.getByRole('treeitem', { name, exact: true, selected: isSelected })
    await reader.tabTo('treeitem', 'Clean install')
    expect(await rowNamed('Clean install', false).count()).toBe(1)
    await reader.press('Tab')
    await reader.press('Shift+Tab')
    await reader.toHear('treeitem', 'Clean install')
    expect(await opened.window.tree.getByRole('treeitem', { selected: true }).count()).toBe(0)
    await opened.page.getByRole('heading', { name: machine }).first().waitFor()
    // It is told from a selected one by its ring alone, which none but the focus has.
    const ring = await rowNamed('Clean install', false).evaluate((row) => getComputedStyle(row).outlineStyle)
    expect(ring).toBe('solid')
    await reader.press('Space')
    expect(await rowNamed('Clean install', true).count()).toBe(1)
    await opened.page.getByRole('heading', { name: 'Clean install' }).first().waitFor()
  })

  it('standard checkpoints are chosen in the settings', async () => {
    await opened.window.chooseByKeyboard('Settings…')
    const dialog = opened.window.dialog(`Settings for ${machine} on HV-LAB`)
    await dialog.waitFor()
    const choice = dialog.getByRole('radio', { name: 'Production checkpoints' })
    await reader.tabTo('radio', 'Production checkpoints')
    expect((await heardAtFocus(opened.page)).description).toMatch(/backup technology/)
    expect(await choice.isChecked()).toBe(true)
    await reader.press('ArrowDown')
    await reader.toHear('radio', 'Standard checkpoints')
    await reader.tabTo('button', 'OK')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Settings changed.`)
  })

  it('the machine is paused and resumed', async () => {
    await opened.window.chooseByKeyboard('Pause')
    await reader.toBeSaid(`${machine}: Paused.`)
    await opened.window.chooseByKeyboard('Resume')
    await reader.toBeSaid(`${machine}: Resumed.`)
  })

  it('what can’t be done says why, as the description of its line in the menu', async () => {
    await driver.selectMachine('Kassensystem Füssen')
    await reader.press('Shift+F10')
    await opened.page.getByRole('menuitem', { name: 'Checkpoint', exact: true }).waitFor()
    for (let step = 0; step < 20 && (await heardAtFocus(opened.page)).name !== 'Checkpoint'; step += 1)
      await reader.press('ArrowDown')
    await reader.toHear('menuitem', 'Checkpoint')
    expect((await heardAtFocus(opened.page)).description).toMatch(
      /^Checkpoints are turned off for Kassensystem Füssen/,
    )
  })
})
