import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type Driver, keyboard } from './drivers.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type Spoken, spoken } from './spoken.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

/** Each on a machine of its own, so that one window does for all. */
describe.skipIf(chromiumPath === null)('power, by keyboard alone and by what a screen reader says', () => {
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

  it('a machine is started', async () => {
    await driver.selectMachine('BUILD-AGENT')
    await reader.toHear('row', /^BUILD-AGENT Off/)
    await opened.window.chooseByKeyboard('Start')
    await reader.toBeSaid('BUILD-AGENT: Started.')
    await reader.toHear('row', /^BUILD-AGENT Running/)
  })

  it('a machine is saved', async () => {
    await driver.selectMachine('WIN11-TEST')
    await opened.window.chooseByKeyboard('Save')
    await reader.toBeSaid('WIN11-TEST: Saved.')
    await reader.toHear('row', /^WIN11-TEST Saved/)
  })

  it.each([
    ['Shut Down…', 'Shut Down', 'DC01', /guest closes its programs/, 'DC01: Shut down.'],
    ['Turn Off…', 'Turn Off', 'SQL-PROD', /like pulling the plug/, 'SQL-PROD: Turned off.'],
  ])('%s asks, with the answer focused that leaves it running', async (item, answer, machine, loses, end) => {
    await driver.selectMachine(machine)
    await opened.window.chooseByKeyboard(item)
    await reader.toHear('button', `Don't ${answer}`)
    const dialog = opened.page.getByRole('alertdialog', { name: answer, description: loses })
    expect(await dialog.count()).toBe(1)
    await reader.press('Enter')
    await reader.toHear('row', new RegExp(`^${machine} Running`))
    await opened.window.chooseByKeyboard(item)
    await reader.toHear('button', `Don't ${answer}`)
    await reader.tabTo('button', answer)
    await reader.press('Enter')
    await reader.toBeSaid(end)
    await reader.toHear('row', new RegExp(`^${machine} Off`))
  })

  it('Enter on a machine says why there is no screen to open', async () => {
    await driver.selectMachine('WEB01')
    await reader.press('Enter')
    await reader.toBeSaid(/^WEB01: Connect…The demo host’s machines have no screen that could be opened\.$/)
    await reader.toHear('row', /^WEB01 Running/)
  })
})
