import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { labAtSize } from '../support/lab-at-size.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import type { LabOptions } from './serve-lab.ts'
import { violations } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
const lost = new AppError(
  'service-stopped',
  'The service of Hyper-V does not run. Start it.',
  'Der Dienst steht.',
)

describe.skipIf(chromiumPath === null)('no state of a pane breaks a rule that a program can check', () => {
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

  it('has the roles and names that people and programs find it by', async () => {
    const { window } = await open({ lab: createLab })
    await window.select('WIN11-TEST')
    const columns = ['Name', 'State', 'CPU Usage', 'Assigned Memory', 'Uptime', 'Status']
    for (const name of columns) {
      expect(await window.machines.getByRole('columnheader', { name, exact: true }).count(), name).toBe(1)
    }
    expect(await window.outline()).toEqual([
      'Clean install',
      '  Office and tools installed',
      '    Now',
      '    Before KB5049981',
      '  Automatic Checkpoint - WIN11-TEST',
    ])
    await window.actions.waitFor()
  })

  it('in a narrow window, where the actions are a menu, and at 200 %', async () => {
    const { page, window } = await open({ lab: createLab })
    await window.select('WIN11-TEST')
    for (const [width, height] of [
      [900, 800],
      [640, 400],
    ] as const) {
      await page.setViewportSize({ width, height })
      const actions = page.getByRole('button', { name: 'Actions', exact: true })
      await actions.waitFor()
      expect(await violations(page), `${String(width)} pixels`).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
      await actions.press('Enter')
      await page.getByRole('menu', { name: 'Actions' }).getByRole('menuitem').first().waitFor()
      expect(await violations(page), `the menu in ${String(width)} pixels`).toEqual([])
      await page.keyboard.press('Escape')
    }
  })

  it('while nothing is known yet', async () => {
    const { page } = await open({
      lab: createLab,
      wrap: (host) => ({ ...host, readAll: () => new Promise(() => undefined) }),
    })
    await page.getByText('Connecting to').first().waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('with nothing, a machine, a checkpoint and Now selected', async () => {
    const { page, window } = await open({ lab: createLab })
    await window.machine('DC01').waitFor()
    expect(await violations(page), 'nothing selected').toEqual([])
    await window.select('DC01')
    await page.getByText('The selected virtual machine has no checkpoints.').waitFor()
    expect(await violations(page), 'a machine without checkpoints').toEqual([])
    await window.select('SQL-PROD')
    await window.checkpoint('Before CU 14').click()
    expect(await violations(page), 'a checkpoint').toEqual([])
    await window.checkpoint('Now').click()
    expect(await violations(page), 'Now').toEqual([])
  })

  it('with a filter that shows some, and one that shows nothing', async () => {
    const { page, window } = await open({ lab: createLab })
    const filter = page.getByRole('textbox', { name: 'Filter' })
    await filter.fill('win')
    await window.machine('DC01').waitFor({ state: 'detached' })
    expect(await violations(page), 'some').toEqual([])
    await filter.fill('nowhere at all')
    await page.getByRole('grid').getByRole('button', { name: 'Clear the filter' }).waitFor()
    expect(await violations(page), 'nothing').toEqual([])
  })

  it('where the host is lost: the list stays, and what is wrong is said', async () => {
    const { app, page, window } = await open({ lab: createLab })
    await window.select('SQL-PROD')
    await app.lose(lost)
    await page.getByText(lost.message).first().waitFor()
    expect(await window.machine('DC01').count()).toBe(1)
    expect(await violations(page)).toEqual([])
    await app.findAgain()
    await page.getByText(lost.message).first().waitFor({ state: 'detached' })
  })

  it('where the host has no machines, and where it could never be reached', async () => {
    const { app, page } = await open({ lab: () => [] })
    await page.getByText('No virtual machines were found on this server.').waitFor()
    expect(await violations(page), 'no machines').toEqual([])
    await app.lose(lost)
    await page.getByText(lost.message).first().waitFor()
    expect(await violations(page), 'never reached').toEqual([])
  })

  it('with a thousand machines and fifty checkpoints', async () => {
    const { page, window } = await open({ lab: labAtSize })
    await window.select('Machine 1')
    await window.checkpoint('Number 1').waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('while something runs, and with a notice of what failed', async () => {
    const { page, window } = await open({
      lab: createLab,
      pace: 1,
      wrap: (host) => ({ ...host, applyCheckpoint: () => Promise.reject(lost) }),
    })
    await window.select('SQL-PROD')
    await window.choose(window.machine('SQL-PROD'), 'Checkpoint')
    await window.machine('SQL-PROD').getByText('Creating').waitFor()
    expect(await violations(page), 'under way').toEqual([])
    await window.select('BUILD-AGENT')
    await window.select('WEB01')
    await window.choose(window.checkpoint('Before the new certificate'), 'Apply…')
    await window.dialog('Apply Checkpoint').getByRole('button', { name: 'Apply', exact: true }).click()
    await page.getByText(lost.message).first().waitFor()
    expect(await violations(page), 'a notice').toEqual([])
  })
})
