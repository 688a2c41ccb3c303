import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type Spoken, spoken } from './spoken.ts'
import { violations, violationsInLight } from './violations.ts'
import { Window, isFocused, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const machine = 'WIN11-TEST'
const size = { width: 380, height: 520 }

describe.skipIf(chromiumPath === null)('the tray’s small window', () => {
  let browser: Browser
  let opened: LabWindow
  let page: Page
  let reader: Spoken

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  async function open(viewport = size, pace = 0.02): Promise<void> {
    const favourites = [labVmId.tester]
    const settings = settingsInMemory({ isWelcomed: true, undoSeconds: 60, favourites })
    opened = await openLabWindow(browser, { lab: createLab, pace, settings, hostName: 'HV-LAB' }, viewport)
    page = opened.page
    reader = spoken(opened)
    await opened.window.machines.waitFor()
    await page.goto(new URL('/tray.html', page.url()).href)
    await page.getByRole('option').first().waitFor()
  }

  /** The large one beside it, as another page of the same browser. */
  async function openLarge(): Promise<Window> {
    const other = await page.context().newPage()
    await other.setViewportSize({ width: 1280, height: 800 })
    await other.goto(new URL('/', page.url()).href)
    const large = new Window(other)
    await large.machines.getByRole('gridcell').first().waitFor()
    return large
  }

  function button(name: string): Locator {
    return page.getByRole('button', { name, exact: true })
  }

  function box(): Locator {
    return page.getByRole('combobox', { name: 'Which virtual machine?' })
  }

  /** Down in the menu that has the focus. */
  async function walkTo(name: string | RegExp): Promise<void> {
    const line = page.getByRole('menuitem', { name })
    await line.waitFor()
    for (let step = 0; step < 30 && !(await isFocused(line)); step += 1) await reader.press('ArrowDown')
    expect(await isFocused(line)).toBe(true)
  }

  /** What the host has, whatever is shown. */
  function onHost(): readonly string[] {
    const vm = opened.app.simulation.vms().find(({ name }) => name === machine)
    return (vm?.checkpoints ?? []).map(({ name }) => name)
  }

  it('takes a checkpoint by two keys, and tells it to those who listen', async () => {
    await open()
    await reader.toHear('combobox', 'Which virtual machine?')
    await reader.press('w', 'Enter')
    await reader.toBeSaid(`${machine}: Checkpoint created.`)
    expect(onHost().filter((name) => name.startsWith('WIN11-TEST - ('))).toHaveLength(1)
    await reader.toHear('combobox', 'Which virtual machine?')
  })

  it('takes one with a reason, renames it and takes it back, by keyboard alone', async () => {
    await open()
    await page.keyboard.type('win11')
    await reader.tabTo('combobox', 'Reason')
    await reader.press('ArrowDown', 'Enter')
    await expect.poll(onHost).toContainEqual(expect.stringMatching(/^Before updates - WIN11-TEST - \(/))
    await button('Rename').waitFor()
    await reader.tabTo('button', 'Rename')
    await reader.press('Enter')
    await reader.toHear('textbox', 'New name')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('By hand')
    await reader.press('Enter')
    await expect.poll(onHost).toContain('By hand')
    await reader.toHear('button', 'Rename')
    await reader.press('Tab')
    await reader.toHear('button', 'Undo', /^Deletes the checkpoint\./)
    await reader.press('Enter')
    await reader.toBeSaid(/^By hand will be deleted in \d+ seconds/)
    await page
      .getByRole('list', { name: 'Operations' })
      .getByText(/^By hand will be deleted/)
      .waitFor()
    await reader.tabTo('button', 'Undo')
    await reader.press('Enter')
    await reader.toBeSaid(`${machine}: Undone, nothing was changed.`)
    expect(onHost()).toContain('By hand')
  })

  it('does the same by the mouse', async () => {
    await open()
    await page.getByRole('option', { name: machine }).click()
    expect(await isFocused(box())).toBe(true)
    await button('Show first in the tray').click()
    await expect.poll(() => page.getByRole('option').first().textContent()).not.toContain(machine)
    await button('Checkpoint').click()
    await button('Undo').click()
    await page
      .getByText(/will be deleted in/)
      .first()
      .waitFor()
    await button('Undo').click()
    await button('Rename').waitFor()
    await button('Dismiss').click()
    await button('Rename').waitFor({ state: 'detached' })
    expect(onHost().filter((name) => name.startsWith('WIN11-TEST - ('))).toHaveLength(1)
  })

  it('says why no checkpoint can be taken, before and when it is asked for', async () => {
    await open()
    await page.keyboard.type('legacy')
    const why = 'LEGACY-ERP is saved and set to production checkpoints only'
    await page.getByRole('region', { name: 'Next checkpoint of LEGACY-ERP' }).getByText(why).waitFor()
    await reader.press('Enter')
    await reader.toBeSaid(new RegExp(`^${why}`))
  })

  it('leads to the large window, which asks there', async () => {
    await open()
    const large = await openLarge()
    await page.keyboard.type('win11')
    await button('Revert…').click()
    await large.dialog('Revert Virtual Machine').waitFor()
    await large.page.keyboard.press('Escape')
    await button('Checkpoint…').click()
    await large.dialog('Checkpoint Name').waitFor()
    await large.page.keyboard.press('Escape')
    await page.getByRole('button', { name: /^Health: \d+ virtual machines need a look$/ }).click()
    await large.dialog('Health of HV-LAB').waitFor()
    await button('Open Savepoint').click()
    await opened.window.machines.waitFor()
  })

  it('shows the menu of the icon, line for line, and does what it says', async () => {
    await open({ width: 380, height: 900 })
    await button('Menu').click()
    const menu = page.getByRole('menu').first()
    expect(await menu.getByRole('menuitem').first().textContent()).toBe(
      'Demo host: nothing here touches a real virtual machine.',
    )
    expect(await menu.getByRole('menuitem').allTextContents()).toEqual(
      expect.arrayContaining(['Other Virtual Machines', 'Open Savepoint', 'Settings…', 'Quit Savepoint']),
    )
    expect(await violations(page)).toEqual([])
    for (const name of [/^WIN11-TEST · Running · /, 'Checkpoint With a Reason']) {
      await walkTo(name)
      await reader.press('ArrowRight')
    }
    await walkTo('Before updates')
    await reader.press('Enter')
    await expect.poll(onHost).toContainEqual(expect.stringMatching(/^Before updates - WIN11-TEST/))
  })

  it('says why the host does not answer, keeps the list, and goes on when it does', async () => {
    await open()
    await opened.app.lose(new AppError('service-stopped', 'The service has stopped.'))
    await page.getByText('HV-LAB can’t be reached.').first().waitFor()
    expect(await button('Checkpoint').getAttribute('aria-disabled')).toBe('true')
    expect(await violations(page)).toEqual([])
    await opened.app.findAgain()
    await page.getByText('HV-LAB can’t be reached.').first().waitFor({ state: 'detached' })
    expect(await button('Checkpoint').getAttribute('aria-disabled')).toBe('false')
  })

  it('breaks no rule that a program can check, before, while and after one is taken', async () => {
    await open(size, 0.5)
    const complaints: string[] = []
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
    })
    // What breaks the content security policy is complained of, from the first line of the page on.
    await page.reload()
    await page.getByRole('option').first().waitFor()
    const before = await violations(page)
    await page.keyboard.type('win11')
    await reader.press('Enter')
    await page.getByRole('list', { name: 'Operations' }).waitFor()
    const during = await violationsInLight(page)
    await button('Rename').waitFor()
    const after = await violations(page)
    await button('Rename').click()
    const renaming = await violations(page)
    const found = { before, during, after, renaming, complaints }
    expect(found).toEqual({ before: [], during: [], after: [], renaming: [], complaints: [] })
  })

  it('loses nothing at 200 %, and shows what is marked in forced colours', async () => {
    await open({ width: size.width / 2, height: size.height / 2 })
    const isWider = await page.evaluate(() =>
      [...document.querySelectorAll('main, main *')].some(
        ({ scrollWidth, clientWidth, className }) =>
          clientWidth > 0 &&
          scrollWidth > clientWidth &&
          typeof className === 'string' &&
          !/ellipsis|hidden|field/.test(className),
      ),
    )
    expect(isWider).toBe(false)
    for (const name of ['Checkpoint', 'Revert…', 'Open Savepoint']) {
      await button(name).scrollIntoViewIfNeeded()
      expect(await button(name).isVisible()).toBe(true)
    }
    expect(await violationsInLight(page)).toEqual([])
    await page.emulateMedia({ forcedColors: 'active' })
    const ground = (line: Locator): Promise<string> =>
      line.evaluate((element) => getComputedStyle(element).backgroundColor)
    const lines = page.getByRole('option')
    expect(await ground(lines.first())).not.toBe(await ground(lines.nth(1)))
  })
})
