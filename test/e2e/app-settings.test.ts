import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { keyboard, mouse } from './drivers.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { violations } from './violations.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const welcome = 'Three Things Worth Knowing'
const template = 'Name of a checkpoint that is given none'

let browser: Browser

beforeAll(async () => {
  if (chromiumPath !== null) browser = await launchChromium(chromiumPath)
})
afterAll(async () => {
  if (chromiumPath !== null) await browser.close()
})

describe.skipIf(chromiumPath === null)('The very first start', () => {
  it('tells three things, until one key is pressed, and never again', async () => {
    const data = mkdtempSync(join(tmpdir(), 'savepoint-first-'))
    onTestFinished(() => {
      rmSync(data, { recursive: true, force: true })
    })
    const first = await openApp(data, null)
    const dialog = first.window.dialog(welcome)
    await dialog.waitFor()
    expect(await dialog.getByRole('heading', { level: 3 }).allTextContents()).toEqual([
      'A checkpoint is not a backup',
      'There are two kinds',
      'The files are in two places',
    ])
    expect(await violations(first.page)).toEqual([])
    await first.page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await first.page.reload()
    await first.window.machine('WIN11-TEST').waitFor()
    expect(await dialog.count()).toBe(0)
    await first.close()

    const second = await openApp(data, null)
    await second.window.machine('WIN11-TEST').waitFor()
    expect(await second.window.dialog(welcome).count()).toBe(0)
    await second.close()
  })
})

describe.skipIf(chromiumPath === null)('The settings of the app', () => {
  it.each([
    ['mouse', mouse, openByMouse, (item: Locator) => item.click(), (item: Locator) => item.click()],
    ['keyboard', keyboard, openByKeyboard, chooseRadio, chooseTab],
  ] as const)(
    'are set by %s, hold in every window at once, and at the next start before anything is drawn',
    async (_name, driverOf, open, choose, turnTo) => {
      const { page, window, context, close } = await openApp()
      const driver = driverOf(window)
      const other = await context.newPage()
      await other.goto(page.url())
      const dialog = window.dialog('Settings')
      await driver.selectMachine('WIN11-TEST')
      await open(page)
      await dialog.waitFor()
      await choose(dialog.getByRole('radio', { name: 'Dark' }))
      await turnTo(pageOf(dialog, 'Checkpoints'))
      await driver.fill(dialog.getByRole('textbox', { name: template }), 'Before work on {vm}')
      expect(await descriptionOf(dialog.getByRole('textbox', { name: template }))).toBe(
        'For WIN11-TEST: Before work on WIN11-TEST\nWith a reason: Before updates - Before work on WIN11-TEST',
      )
      await driver.press(dialog.getByRole('button', { name: 'OK' }))
      await dialog.waitFor({ state: 'detached' })
      await expect.poll(() => themeOf(other)).toBe('dark')

      await page.keyboard.press('Insert')
      await window.checkpoint('Before work on WIN11-TEST').waitFor()

      await noteThemeAtFirst(page)
      await page.reload()
      await window.machine('WIN11-TEST').waitFor()
      expect(await page.evaluate(() => document.documentElement.dataset.atFirst)).toBe('dark')
      await close()
    },
  )

  it('bring back a question that was switched off, and break no rule that a program can check', async () => {
    const { page, window, close } = await openApp(undefined, { isWelcomed: true, unasked: ['delete'] })
    await window.select('WIN11-TEST')
    await openByKeyboard(page)
    const dialog = window.dialog('Settings')
    const question = dialog.getByRole('checkbox', { name: 'Deleting a checkpoint' })
    expect(await descriptionOf(question)).toBe('Not asked: deleted without a question')
    expect(await violations(page)).toEqual([])
    await pageOf(dialog, 'Checkpoints').click()
    await dialog.getByRole('textbox', { name: template }).fill('{who}')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('textbox', { name: template }).fill('{vm}')
    await pageOf(dialog, 'General').click()
    await question.check()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await window.checkpoint('Before KB5049981').click()
    await page.keyboard.press('Delete')
    await window.dialog('Delete Checkpoint').waitFor()
    await close()
  })

  it('are all there in a small window', async () => {
    const { page, window, close } = await openApp()
    await page.setViewportSize({ width: 450, height: 400 })
    await openByKeyboard(page)
    const dialog = window.dialog('Settings')
    await dialog.waitFor()
    await dialog.getByRole('button', { name: 'As at First' }).scrollIntoViewIfNeeded()
    const body = dialog.locator('form > :first-child')
    for (const name of ['General', 'Checkpoints', 'Health', 'Tray and Keyboard']) {
      await pageOf(dialog, name).click()
      expect(await body.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
    }
    expect(await dialog.getByRole('button', { name: 'OK' }).isVisible()).toBe(true)
    await close()
  })
})

describe.skipIf(chromiumPath === null)('Tray and keyboard, in the settings of the app', () => {
  it('break no rule, and a reason written by keyboard alone is there in the tray’s window', async () => {
    const { page, window, close } = await openApp()
    await openByKeyboard(page)
    const dialog = window.dialog('Settings')
    await chooseTab(pageOf(dialog, 'Tray and Keyboard'))
    expect(await violations(page)).toEqual([])
    const driver = keyboard(window)
    await driver.press(dialog.getByRole('button', { name: 'Remove Before an installation' }))
    await driver.press(dialog.getByRole('button', { name: 'Add Reason' }))
    await page.keyboard.type('Before a demonstration')
    await driver.press(dialog.getByRole('button', { name: 'Move Before a demonstration up' }))
    await driver.press(dialog.getByRole('button', { name: 'OK' }))
    await dialog.waitFor({ state: 'detached' })
    await page.goto(new URL('/tray.html', page.url()).href)
    await page.getByRole('option').first().waitFor()
    expect(await page.getByRole('combobox', { name: 'Reason' }).locator('option').allTextContents()).toEqual([
      'None',
      'Before updates',
      'Before a demonstration',
      'Before a change of settings',
    ])
    await close()
  })
})

describe.skipIf(chromiumPath === null)('Export', () => {
  it('remembers where it went, and offers that by the keyboard alone', async () => {
    const { page, window, close } = await openApp()
    const driver = keyboard(window)
    const dialog = window.dialog('Export Virtual Machine')
    const location = dialog.getByLabel('Location')
    await driver.selectMachine('WIN11-TEST')
    await driver.selectCheckpoint('Clean install')
    await window.chooseByKeyboard('Export…')
    await dialog.getByText(/^That is about/).waitFor()
    await driver.fill(location, 'Q:\\Gone')
    await expect.poll(() => descriptionOf(location)).toContain('The folder Q:\\Gone is not there.')
    await driver.fill(location, 'D:\\Exports')
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })

    await window.chooseByKeyboard('Export…')
    await dialog.waitFor()
    expect(await location.inputValue()).toBe('D:\\Exports')
    await driver.fill(location, 'E:\\')
    await page.keyboard.press('ArrowDown')
    await page.getByRole('listbox', { name: 'Folders used lately' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    expect([await location.inputValue(), await dialog.count()]).toEqual(['D:\\Exports', 1])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'detached' })
    expect(await dialog.count()).toBe(1)
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await close()
  })
})

interface OpenApp {
  readonly page: Page
  readonly window: Window
  readonly context: BrowserContext
  readonly close: () => Promise<void>
}

async function openApp(data?: string, settings?: Parameters<typeof startApp>[2]): Promise<OpenApp> {
  const environment = { SAVEPOINT_DEMO_PACE: '0.1', ...(data === undefined ? {} : { SAVEPOINT_DATA: data }) }
  const app: RunningApp = await startApp(['--demo'], environment, settings)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const close = async (): Promise<void> => {
    await context.close()
    await app.stop()
  }
  onTestFinished(close)
  const page = await context.newPage()
  await page.goto(app.url)
  return { page, window: new Window(page), context, close }
}

async function openByMouse(page: Page): Promise<void> {
  await page.getByRole('menuitem', { name: 'File', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Settings…', exact: true }).click()
}

async function openByKeyboard(page: Page): Promise<void> {
  await page.getByRole('grid', { name: 'Virtual Machines' }).waitFor()
  await page.keyboard.press('Control+,')
}

/** Its name says more where something on it can’t be kept. */
function pageOf(dialog: Locator, name: string): Locator {
  return dialog.getByRole('tab', { name: new RegExp(`^${name}`) })
}

/** All tabs are one stop of Tab; the arrows walk them, and show the page at once. */
async function chooseTab(tab: Locator): Promise<void> {
  const page = tab.page()
  for (let step = 0; step < 60; step += 1) {
    if ((await tab.getAttribute('aria-selected')) === 'true') return
    const isAmong = await page.evaluate(() => document.activeElement?.getAttribute('role') === 'tab')
    await page.keyboard.press(isAmong ? 'ArrowRight' : 'Tab')
  }
  throw new Error('Tab and the arrows never got to that page.')
}

/** The group is one stop of Tab; the arrows choose in it. */
async function chooseRadio(radio: Locator): Promise<void> {
  const page = radio.page()
  for (let step = 0; step < 60; step += 1) {
    const isInGroup = await page.evaluate(() => document.activeElement?.matches('[type=radio]') === true)
    if (await radio.isChecked()) return
    await page.keyboard.press(isInGroup ? 'ArrowDown' : 'Tab')
  }
  throw new Error('Tab and the arrows never got there.')
}

async function descriptionOf(element: Locator): Promise<string> {
  return element.evaluate(
    (box) => document.getElementById(box.getAttribute('aria-describedby') ?? '')?.textContent.trim() ?? '',
  )
}

async function themeOf(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.documentElement.dataset.theme)
}

/** Keeps the theme that held when the first thing was drawn. */
async function noteThemeAtFirst(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver((_changes, observer) => {
      if (document.querySelector('#app > *') === null) return
      const { dataset } = document.documentElement
      dataset.atFirst = dataset.theme ?? 'none'
      observer.disconnect()
    }).observe(document, { childList: true, subtree: true })
  })
}
