import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { type Driver, keyboard, mouse } from './drivers.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)('checkpoints, from the first to the last, on the demo host', () => {
  let browser: Browser
  let app: RunningApp

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterAll(() => browser.close())
  afterEach(() => app.stop())

  it.each([
    ['by mouse', mouse],
    ['by keyboard alone', keyboard],
  ])('%s', async (_way, driverFor) => {
    app = await startApp(['--demo'], { SAVEPOINT_DEMO_PACE: '0.1' })
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    const problems: string[] = []
    page.on('pageerror', (error) => problems.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text())
    })
    await page.goto(app.url)
    const window = new Window(page)
    await walk(window, driverFor(window))
    expect(problems).toEqual([])
    await page.close()
  })
})

const machine = 'DC01'

async function walk(window: Window, driver: Driver): Promise<void> {
  const { page } = window
  await driver.selectMachine(machine)
  await page.getByText('The selected virtual machine has no checkpoints.').waitFor()

  // Three checkpoints: the first with the default name, the others with one of their own.
  await driver.command(window.machine(machine), 'Checkpoint')
  await outlineToBe(window, [/^DC01 - \(.+ - .+\)$/, '  Now'])
  await checkpointNamed(window, driver, 'Second')
  await outlineToBe(window, [/^DC01 - /, '  Second', '    Now'])
  await checkpointNamed(window, driver, 'Third')
  await outlineToBe(window, [/^DC01 - /, '  Second', '    Third', '      Now'])

  await driver.selectCheckpoint(/^DC01 - /)
  await driver.command(window.checkpoint(/^DC01 - /), 'Rename…')
  await page.keyboard.press('Control+A')
  await page.keyboard.type('First: it\'s "$(quoted)" `n [x]*?')
  await page.keyboard.press('Enter')
  const first = 'First: it\'s "$(quoted)" `n [x]*?'
  await outlineToBe(window, [first, '  Second', '    Third', '      Now'])

  // The current state is kept under Third, and "Now" moves to the first.
  await driver.selectCheckpoint(first)
  await driver.command(window.checkpoint(first), 'Apply…')
  const apply = window.dialog('Apply Checkpoint')
  await expect.poll(() => focusedName(window)).toBe('Create Checkpoint and Apply')
  await driver.press(apply.getByRole('button', { name: 'Create Checkpoint and Apply' }))
  await outlineToBe(window, [first, '  Now', '  Second', '    Third', `      Before applying “${first}”`])
  await window.machine(machine).getByRole('gridcell', { name: 'Off', exact: true }).waitFor()

  await driver.selectCheckpoint('Second')
  await driver.command(window.checkpoint('Second'), 'Export…')
  const exporting = window.dialog('Export Virtual Machine')
  await driver.fill(exporting.getByRole('textbox', { name: 'Location' }), 'Exports')
  await driver.press(exporting.getByRole('button', { name: 'Export', exact: true }))
  await exporting.getByText('Write the whole path of the folder').waitFor()
  await driver.fill(exporting.getByRole('textbox', { name: 'Location' }), 'D:\\Exports')
  await driver.press(exporting.getByRole('button', { name: 'Export', exact: true }))
  await percentsToRise(window)

  await driver.selectCheckpoint('Third')
  await driver.command(window.checkpoint('Third'), 'Delete Checkpoint Subtree…')
  const subtree = window.dialog('Delete Checkpoint Subtree')
  await expect.poll(() => focusedName(window)).toBe("Don't Delete")
  await driver.press(subtree.getByRole('button', { name: 'Delete', exact: true }))
  await outlineToBe(window, [first, '  Now', '  Second'])

  await driver.selectMachine(machine)
  await driver.command(window.machine(machine), 'Revert…')
  const revert = window.dialog('Revert Virtual Machine')
  await driver.press(revert.getByRole('button', { name: 'Revert', exact: true }))
  await revert.waitFor({ state: 'detached' })
  await outlineToBe(window, [first, '  Now', '  Second'])
  await expect.poll(() => page.getByRole('alert').allTextContents()).toEqual([])
}

async function checkpointNamed(window: Window, driver: Driver, name: string): Promise<void> {
  await driver.selectMachine(machine)
  await driver.command(window.machine(machine), 'Checkpoint…')
  const dialog = window.dialog('Checkpoint Name')
  await driver.fill(dialog.getByRole('textbox', { name: 'Name' }), name)
  await driver.press(dialog.getByRole('button', { name: 'Checkpoint', exact: true }))
  await dialog.waitFor({ state: 'detached' })
}

async function outlineToBe(window: Window, lines: readonly (string | RegExp)[]): Promise<void> {
  const wanted = lines.map((line): unknown => (typeof line === 'string' ? line : expect.stringMatching(line)))
  await expect.poll(() => window.outline(), { timeout: 15_000 }).toEqual(wanted)
}

/** The Status cell counts up while the export runs, and is empty when it is done. */
async function percentsToRise(window: Window): Promise<void> {
  const seen: number[] = []
  await expect
    .poll(
      async () => {
        const percent = /Exporting \((\d+)%\)/.exec((await window.machine(machine).textContent()) ?? '')?.[1]
        if (percent !== undefined) seen.push(Number(percent))
        return percent === undefined && seen.length > 0
      },
      { timeout: 30_000, interval: 50 },
    )
    .toBe(true)
  expect(new Set(seen).size).toBeGreaterThan(2)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
}

function focusedName(window: Window): Promise<string> {
  return window.page.evaluate(() => document.activeElement?.textContent.trim() ?? '')
}
