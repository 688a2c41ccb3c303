import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type Driver, keyboard } from './drivers.ts'
import { heardAtFocus } from './heard.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
const machine = 'WIN11-TEST'
const office = 'Office and tools installed'

describe.skipIf(chromiumPath === null)('by keyboard alone, and by what a screen reader says', () => {
  let browser: Browser
  let opened: LabWindow
  let driver: Driver

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  beforeEach(async () => {
    opened = await openLabWindow(browser, { lab: createLab, pace: 0.02 })
    driver = keyboard(opened.window)
    await driver.selectMachine(machine)
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  /** Presses keys as a person would, one after the other. */
  async function press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await opened.page.keyboard.press(key)
  }

  async function toHear(role: string, name: string | RegExp): Promise<void> {
    const wanted: unknown = typeof name === 'string' ? name : expect.stringMatching(name)
    await expect.poll(() => heardAtFocus(opened.page)).toMatchObject({ role, name: wanted })
  }

  async function toBeSaid(words: string): Promise<void> {
    await expect.poll(opened.said, { timeout: 10_000 }).toContain(words)
  }

  it('a checkpoint is taken, and named in a dialog', async () => {
    await toHear('row', new RegExp(`^${machine} Running`))
    await press('Insert')
    await toBeSaid(`${machine}: Checkpoint created.`)
    await press('Shift+Insert')
    await toHear('textbox', 'Name')
    await opened.page.keyboard.type('By hand')
    await press('Enter')
    await opened.window.checkpoint('By hand').waitFor()
  })

  it('a checkpoint is renamed in place, and an empty name refused where it was typed', async () => {
    await driver.selectCheckpoint(office)
    await toHear('treeitem', new RegExp(`^${office}`))
    await press('F2')
    await toHear('textbox', 'New name')
    await press('Control+A', 'Delete', 'Enter')
    await expect.poll(async () => (await heardAtFocus(opened.page)).description).toMatch(/name/i)
    await opened.page.keyboard.type('Office')
    await press('Enter')
    await toBeSaid(`${machine}: Checkpoint renamed.`)
    await toHear('treeitem', /^Office/)
  })

  it('a checkpoint is applied, with the answer focused that loses nothing', async () => {
    await driver.selectCheckpoint('Clean install')
    await opened.window.chooseByKeyboard('Apply…')
    await toHear('button', 'Create Checkpoint and Apply')
    await press('Enter')
    await toBeSaid(`${machine}: Checkpoint applied.`)
  })

  it('the machine is reverted', async () => {
    await press('Control+E')
    await toHear('button', 'Create Checkpoint and Revert')
    await press('Tab')
    await toHear('button', 'Revert')
    await press('Enter')
    await toBeSaid(`${machine}: Reverted.`)
  })

  it('a checkpoint is deleted, and then a subtree, after No was a key away', async () => {
    await driver.selectCheckpoint('Before KB5049981')
    await press('Delete')
    await toHear('button', "Don't Delete")
    await press('Enter')
    await toHear('treeitem', /^Before KB5049981/)
    await press('Delete')
    await toHear('button', "Don't Delete")
    await press('Shift+Tab')
    await toHear('button', 'Delete')
    await press('Enter')
    await toBeSaid(`${machine}: Checkpoint deleted.`)
    await driver.selectCheckpoint(office)
    await press('Shift+Delete')
    await toHear('button', "Don't Delete")
    await press('Shift+Tab', 'Enter')
    await toBeSaid(`${machine}: Checkpoint subtree deleted.`)
  })

  it('a checkpoint is exported to a folder that is typed', async () => {
    await driver.selectCheckpoint(office)
    await opened.window.chooseByKeyboard('Export…')
    await toHear('textbox', 'Location')
    await opened.page.keyboard.type('D:\\Exports')
    await press('Enter')
    await toBeSaid(`${machine}: Checkpoint exported.`)
  })

  it('standard checkpoints are chosen in the settings', async () => {
    await opened.window.chooseByKeyboard('Settings…')
    const dialog = opened.window.dialog(`Settings for ${machine} on HV-LAB`)
    await dialog.waitFor()
    const choice = dialog.getByRole('radio', { name: 'Production checkpoints' })
    await tabTo('radio', 'Production checkpoints')
    expect((await heardAtFocus(opened.page)).description).toMatch(/backup technology/)
    expect(await choice.isChecked()).toBe(true)
    await press('ArrowDown')
    await toHear('radio', 'Standard checkpoints')
    await tabTo('button', 'OK')
    await press('Enter')
    await toBeSaid(`${machine}: Settings changed.`)
  })

  it('the machine is paused and resumed', async () => {
    await opened.window.chooseByKeyboard('Pause')
    await toBeSaid(`${machine}: Paused.`)
    await opened.window.chooseByKeyboard('Resume')
    await toBeSaid(`${machine}: Resumed.`)
  })

  it('what can’t be done says why, as the description of its line in the menu', async () => {
    await driver.selectMachine('Kassensystem Füssen')
    await press('Shift+F10')
    await opened.page.getByRole('menuitem', { name: 'Checkpoint', exact: true }).waitFor()
    for (let step = 0; step < 20 && (await heardAtFocus(opened.page)).name !== 'Checkpoint'; step += 1)
      await press('ArrowDown')
    await toHear('menuitem', 'Checkpoint')
    expect((await heardAtFocus(opened.page)).description).toMatch(
      /^Checkpoints are turned off for Kassensystem Füssen/,
    )
  })

  async function tabTo(role: string, name: string): Promise<void> {
    for (let step = 0; step < 30; step += 1) {
      const heard = await heardAtFocus(opened.page)
      if (heard.role === role && heard.name === name) return
      await press('Tab')
    }
    throw new Error(`Tab never got to ${role} ${name}.`)
  }
})
