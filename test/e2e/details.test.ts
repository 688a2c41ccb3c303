import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { type Driver, keyboard } from './drivers.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { violations } from './violations.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
/** "Now" stands for the machine. */
const tabsOf = [
  ['Now', ['Summary', 'Disks', 'Memory', 'Networking']],
  ['Before KB5049981', ['Summary', 'Disks', 'Settings then and now']],
] as const

describe.skipIf(chromiumPath === null)('the details pane on the demo host, by keyboard alone', () => {
  let browser: Browser
  let app: RunningApp
  let page: Page
  let window: Window
  let driver: Driver

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    app = await startApp(['--demo'], { SAVEPOINT_DEMO_PACE: '0.1' })
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
    await page.goto(app.url)
    window = new Window(page)
    driver = keyboard(window)
    await window.machine('WIN11-TEST').waitFor()
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })
  beforeEach(() => driver.selectMachine('WIN11-TEST'))

  /** From the tree to its tabs by Enter, and to the one that is meant by the arrow keys. */
  async function chooseTab(name: string): Promise<Locator> {
    if (!(await holdsFocus(page.getByRole('tablist')))) await page.keyboard.press('Enter')
    await page.keyboard.press('Home')
    const tab = page.getByRole('tab', { name, exact: true })
    for (let step = 0; step < 4 && !(await holdsFocus(tab)); step += 1)
      await page.keyboard.press('ArrowRight')
    expect(await tab.getAttribute('aria-selected')).toBe('true')
    return page.getByRole('tabpanel', { name, exact: true })
  }

  it('has the facts of a machine, and its screen in the colours that it has', async () => {
    await driver.selectCheckpoint('Now')
    const panel = await chooseTab('Summary')
    await panel.getByText('OK (Applications Healthy)').waitFor()
    const screen = panel.getByRole('img', { name: 'Screen of WIN11-TEST' })
    await screen.waitFor()
    const colours = await screen.evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height)
      return new Set(new Uint32Array(data.buffer)).size
    })
    expect(colours).toBeGreaterThan(2)
  })

  it('has the files of each disk, whose they are, and copies a path', async () => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await driver.selectCheckpoint('Now')
    const panel = await chooseTab('Disks')
    const base = panel.getByRole('row', { name: /^WIN11-TEST\.vhdx/ })
    await base.getByText('Clean install').waitFor()
    await panel.getByRole('row').filter({ hasText: 'Now: it grows' }).waitFor()
    await driver.press(base.getByRole('button', { name: 'Copy the path of WIN11-TEST.vhdx' }))
    await base.getByRole('status').getByText('Copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      'D:\\Hyper-V\\Virtual Hard Disks\\WIN11-TEST.vhdx',
    )
    expect(await panel.getByRole('button', { name: /in its folder$/ }).count()).toBe(0)
  })

  it('says what has changed since a checkpoint', async () => {
    await driver.selectCheckpoint('Clean install')
    const panel = await chooseTab('Settings then and now')
    await panel.getByRole('checkbox', { name: 'Show what is the same too' }).focus()
    await page.keyboard.press('Space')
    await panel.getByRole('row', { name: /^Processors/ }).waitFor()
  })

  it('changes the notes of a checkpoint, and tells it to those who listen', async () => {
    await driver.selectCheckpoint('Office and tools installed')
    const panel = await chooseTab('Summary')
    await driver.press(panel.getByRole('button', { name: 'Edit Notes' }))
    await driver.fill(panel.getByRole('textbox', { name: 'Notes' }), 'Kept for the "beta" driver: $(x)')
    await page.keyboard.press('Control+Enter')
    await panel.getByText('Kept for the "beta" driver: $(x)', { exact: true }).waitFor()
    await panel.getByRole('textbox', { name: 'Notes' }).waitFor({ state: 'detached' })
    await expect.poll(() => holdsFocus(panel.getByRole('button', { name: 'Edit Notes' }))).toBe(true)
    await page.getByRole('status').filter({ hasText: 'Notes changed' }).first().waitFor({ state: 'attached' })
  })

  it.each(tabsOf)(
    'breaks no rule that a program can check, in any tab of %s once it is read',
    async (item, tabs) => {
      await driver.selectCheckpoint(item)
      for (const tab of tabs) {
        const panel = await chooseTab(tab)
        await expect.poll(() => panel.getByText('Reading…').count()).toBe(0)
        expect(await violations(page), tab).toEqual([])
      }
    },
  )

  it('breaks no rule that a program can check, while notes are written that can’t be kept', async () => {
    await driver.selectCheckpoint('Before KB5049981')
    const panel = await chooseTab('Summary')
    await driver.press(panel.getByRole('button', { name: 'Edit Notes' }))
    await driver.fill(panel.getByRole('textbox', { name: 'Notes' }), 'x')
    // As what is pasted: four thousand keys take longer than all other tests of the pane.
    await page.keyboard.insertText('x'.repeat(4_000))
    await panel.getByText('Notes have at most 4000 characters; these have 4001.').waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
  })

  it('has nothing that is wider than its pane, in a narrow window and on a large screen', async () => {
    for (const width of [1280, 900, 480]) {
      await page.setViewportSize({ width, height: 800 })
      for (const [item, tabs] of tabsOf) {
        await driver.selectCheckpoint(item)
        for (const tab of tabs) {
          const panel = await chooseTab(tab)
          expect(await panel.evaluate((element) => element.scrollWidth <= element.clientWidth), tab).toBe(
            true,
          )
        }
      }
    }
    await page.setViewportSize({ width: 1280, height: 800 })
  })
})

async function holdsFocus(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => element.contains(document.activeElement))
}
