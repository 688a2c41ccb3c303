import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type Driver, keyboard } from './drivers.ts'
import { heardAtFocus } from './heard.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type Spoken, spoken } from './spoken.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

/** Each on a machine of its own, so that one window does for all. */
describe.skipIf(chromiumPath === null)('the settings of a machine, by keyboard and ear', () => {
  let browser: Browser
  let opened: LabWindow
  let driver: Driver
  let reader: Spoken

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    opened = await openLabWindow(browser, { lab: createLab, pace: 0.02 })
    driver = keyboard(opened.window)
    reader = spoken(opened)
  })
  afterAll(async () => {
    await opened.close()
    await browser.close()
  })

  async function openSettings(machine: string): Promise<void> {
    await driver.selectMachine(machine)
    await opened.window.chooseByKeyboard('Settings…')
    await opened.window.dialog(`Settings for ${machine} on HV-LAB`).waitFor()
    await reader.toHear('button', 'OK')
  }

  async function leaveByOk(machine: string): Promise<void> {
    await reader.tabTo('button', 'OK')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Settings changed.`)
    await reader.toHear('row', new RegExp(`^${machine}`))
  }

  function isChecked(name: string): Promise<boolean> {
    return opened.page.getByRole('checkbox', { name }).isChecked()
  }

  it.each([
    ['disabled', 'DC01', true],
    ['enabled', 'Kassensystem Füssen', false],
  ])('checkpoints are %s', async (_what, machine, before) => {
    await openSettings(machine)
    await reader.tabTo('checkbox', 'Enable checkpoints')
    expect(await isChecked('Enable checkpoints')).toBe(before)
    await reader.press('Space')
    await leaveByOk(machine)
    await openSettings(machine)
    expect(await isChecked('Enable checkpoints')).toBe(!before)
    await reader.press('Escape')
  })

  it('Apply keeps the focus, though it has nothing left to do then', async () => {
    await openSettings('SQL-PROD')
    await reader.tabTo('radio', 'Production checkpoints')
    await reader.press('ArrowDown')
    await reader.tabTo('button', 'Apply')
    await reader.press('Enter')
    await reader.toBeSaid('SQL-PROD: Settings changed.')
    const apply = opened.page.getByRole('button', { name: 'Apply', exact: true, disabled: true })
    await apply.waitFor()
    await reader.toHear('button', 'Apply')
    await reader.press('Escape')
    await reader.toHear('row', /^SQL-PROD/)
  })

  it('automatic checkpoints are switched off, of which it is told what they are', async () => {
    await openSettings('WIN11-TEST')
    await reader.tabTo('checkbox', 'Use automatic checkpoints')
    await reader.toHear('checkbox', 'Use automatic checkpoints', /^Hyper-V takes one by itself/)
    await reader.press('Space')
    await leaveByOk('WIN11-TEST')
    await openSettings('WIN11-TEST')
    expect(await isChecked('Use automatic checkpoints')).toBe(false)
    await reader.press('Escape')
  })

  it('the checkpoint file location is typed, refused where it is wrong, and found by Browse…', async () => {
    await openSettings('RENDER-GPU')
    await reader.tabTo('textbox', 'Checkpoint File Location')
    await reader.press('Control+A')
    await opened.page.keyboard.type('Q:\\Gone')
    await reader.toHear('textbox', 'Checkpoint File Location', /^The folder Q:\\Gone is not there\./)
    await reader.tabTo('button', 'Browse…')
    await reader.press('Enter')
    await reader.tabTo('button', 'D:\\')
    await reader.press('Enter')
    await reader.toBeSaid('D:\\')
    await reader.toHear('button', 'Up')
    await reader.tabTo('button', 'Hyper-V')
    await reader.press('Enter')
    await reader.toBeSaid('D:\\Hyper-V')
    await reader.toHear('button', 'Up')
    await reader.tabTo('button', 'Checkpoints')
    await reader.press('Enter')
    await reader.toBeSaid('D:\\Hyper-V\\Checkpoints')
    await leaveByOk('RENDER-GPU')
    await openSettings('RENDER-GPU')
    await reader.tabTo('textbox', 'Checkpoint File Location')
    expect(await opened.page.getByRole('textbox', { name: 'Checkpoint File Location' }).inputValue()).toBe(
      'D:\\Hyper-V\\Checkpoints',
    )
    await reader.press('Escape')
  })

  it('the location of a machine that has checkpoints says why it can’t change', async () => {
    await openSettings('WEB01')
    const location = opened.page.getByRole('textbox', { name: 'Checkpoint File Location' })
    expect(await location.isEditable()).toBe(false)
    await reader.tabTo('textbox', 'Checkpoint File Location')
    await reader.toHear(
      'textbox',
      'Checkpoint File Location',
      /^The checkpoint file location of WEB01 can’t change while it has a checkpoint\.$/,
    )
    for (let step = 0; step < 12; step += 1) {
      await reader.press('Tab')
      expect((await heardAtFocus(opened.page)).name).not.toBe('Browse…')
    }
    await reader.press('Escape')
  })
})
