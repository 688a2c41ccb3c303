import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
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
    const settings = settingsInMemory({ isWelcomed: true, undoSeconds: 0 })
    opened = await openLabWindow(browser, { lab: createLab, pace: 0.02, settings })
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
      'Delete Checkpoints…',
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

  it.each([
    ['mouse', severalByMouse],
    ['keyboard', severalByKeyboard],
  ] as const)('lose checkpoints by %s, of which it is said before what that does', async (_way, driverOf) => {
    await open()
    const driver: SeveralDriver = driverOf(opened.window)
    await driver.select(['WEB01', 'WIN11-TEST', 'Zentralbuchhaltung'])
    await driver.choose('Delete Checkpoints…')
    const dialog = opened.page.getByRole('alertdialog', { name: /^Delete Checkpoints of Several/ })
    await reader.toHear('button', "Don't Delete")
    const rows = dialog.getByRole('list', { name: 'Virtual machines and what it does to them' })
    await expect
      .poll(() => rows.getByRole('listitem').allTextContents())
      .toEqual([
        expect.stringMatching(/^WIN11-TEST1 checkpoint, frees /),
        'WEB01Has none of these',
        'ZentralbuchhaltungHas none of these',
      ])
    expect(await violations(opened.page)).toEqual([])
    await driver.press(dialog.getByRole('button', { name: 'Delete', exact: true }))
    await reader.toHear('button', 'Close')
    await reader.toBeSaid('Done: 1.')
    await expect.poll(() => rows.getByRole('listitem').allTextContents()).toContain('WIN11-TESTDeleted: 1')
    await reader.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    const left = opened.app.simulation.vms().find(({ name }) => name === 'WIN11-TEST')?.checkpoints
    expect(left?.map(({ name }) => name)).toEqual([
      'Clean install',
      'Office and tools installed',
      'Before KB5049981',
    ])
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
