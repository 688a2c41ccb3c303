import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { severalByKeyboard, severalByMouse, type SeveralDriver } from './several-drivers.ts'
import { type Spoken, spoken } from './spoken.ts'
import { violations } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
/** One that is off, one that runs, and one that runs and takes no checkpoints. */
const machines = ['BUILD-AGENT', 'DC01', 'Kassensystem Füssen'] as const

describe.skipIf(chromiumPath === null)('several machines at once', () => {
  let browser: Browser
  let opened: LabWindow
  let reader: Spoken

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  async function open(): Promise<void> {
    opened = await openLabWindow(browser, { lab: createLab, pace: 0.02 })
    reader = spoken(opened)
    await opened.window.machine('DC01').waitFor()
  }

  function selected(): Promise<readonly string[]> {
    const rows = opened.window.machines.getByRole('row', { selected: true })
    return rows.evaluateAll((all) =>
      all.map((row) => row.querySelector('[role=gridcell]')?.textContent.trim() ?? ''),
    )
  }

  function menu(): Locator {
    return opened.page.getByRole('menu', { name: '3 virtual machines' })
  }

  it.each([
    ['mouse', severalByMouse],
    ['keyboard', severalByKeyboard],
  ] as const)('are selected by %s, and have one menu for what any of them can do', async (_way, driverOf) => {
    await open()
    const driver: SeveralDriver = driverOf(opened.window)
    await driver.select(machines)
    expect(await selected()).toEqual(machines)
    await opened.window.actions.getByRole('group', { name: '3 virtual machines' }).waitFor()
    await driver.openMenu()
    await menu().waitFor()
    expect(await menu().getByRole('menuitem').allTextContents()).toEqual([
      expect.stringContaining('Settings…'),
      'Start',
      'Turn Off…',
      'Shut Down…',
      'Save',
      'Pause',
      expect.stringContaining('Checkpoint'),
      expect.stringContaining('Checkpoint…'),
    ])
    expect(await violations(opened.page)).toEqual([])
    await reader.press('Escape')
    await reader.toHear('row', /^Kassensystem Füssen/)
    expect(await selected()).toEqual(machines)
  })

  it.each([
    ['mouse', severalByMouse],
    ['keyboard', severalByKeyboard],
  ] as const)(
    'take a checkpoint by %s: it is told of each that did, and why of the one that can’t',
    async (_way, driverOf) => {
      await open()
      const driver: SeveralDriver = driverOf(opened.window)
      await driver.select(machines)
      await driver.choose('Checkpoint')
      await reader.toBeSaid('BUILD-AGENT: Checkpoint created.')
      await reader.toBeSaid('DC01: Checkpoint created.')
      await reader.toBeSaid(
        /^Kassensystem Füssen: Checkpoint ?Checkpoints are turned off for Kassensystem Füssen/,
      )
      expect(await violations(opened.page)).toEqual([])
    },
  )

  it.each([
    ['mouse', severalByMouse],
    ['keyboard', severalByKeyboard],
  ] as const)('are shut down by %s, after one question that names them', async (_way, driverOf) => {
    await open()
    const driver: SeveralDriver = driverOf(opened.window)
    await driver.select(machines)
    await driver.choose('Shut Down…')
    const dialog = opened.page.getByRole('alertdialog', { name: 'Shut Down' })
    await reader.toHear('button', "Don't Shut Down")
    const names = dialog.getByRole('list', { name: 'Virtual machines' }).getByRole('listitem')
    expect(await names.allTextContents()).toEqual(['DC01', 'Kassensystem Füssen'])
    expect(await violations(opened.page)).toEqual([])
    await driver.press(dialog.getByRole('button', { name: 'Shut Down', exact: true }))
    await reader.toBeSaid('DC01: Shut down.')
    await reader.toBeSaid('Kassensystem Füssen: Shut down.')
    expect(await selected()).toEqual(machines)
  })

  it('are found by the filter, which says how many, and all of them selected', async () => {
    await open()
    await reader.press('Control+F')
    await opened.page.keyboard.type('DC0')
    await reader.toBeSaid(/^Found: 2 virtual machines/)
    await reader.press('ArrowDown', 'Control+A')
    await reader.toHear('row', /^DC01/)
    expect(await selected()).toEqual(['DC01', 'DC02 (replica)'])
    await opened.window.actions.getByRole('group', { name: '2 virtual machines' }).waitFor()
  })
})
