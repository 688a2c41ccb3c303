import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Diagnosis } from '#contract/diagnosis'
import { remedies } from '../../electron/core/remedies.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { type Driver, keyboard, mouse } from './drivers.ts'
import { type ServedLab, serveLab } from './serve-lab.ts'
import { violations } from './violations.ts'
import { Window, isFocused, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const diagnosis = 'Why can’t I see my virtual machines?'
const title = 'Join Hyper-V Administrators'

/** The app's own window as far as it differs from a browser, where a browser is all there is. */
const asDesktop = `window.bridge = {
  call: async (name, input) => (await fetch('/bridge/call/' + name, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(input),
  })).json(),
  listen: (_onEvent, onLinked) => {
    setTimeout(onLinked)
    return () => undefined
  },
}`

function told(remedy: keyof typeof remedies): Diagnosis {
  const rights: Diagnosis['findings'][number] = {
    subject: 'Rights',
    state: 'wrong',
    sentence: 'It may not.',
    remedy: remedies[remedy],
    details: [],
  }
  return { madeAt: '2026-11-21T10:00:00.000Z', findings: [rights] }
}

describe.skipIf(chromiumPath === null)('Joining Hyper-V Administrators from the diagnosis', () => {
  let browser: Browser
  let app: ServedLab
  let page: Page
  let window: Window
  let answer: () => void

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    app = await serveLab({ lab: createLab, settings: settingsInMemory({ isWelcomed: true }) })
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })
  beforeEach(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.addInitScript(asDesktop)
    let isMember = false
    const asked = new Promise<void>((resolve) => {
      answer = resolve
    })
    await page.route('**/bridge/call/host.diagnose', (route) =>
      route.fulfill({ json: { ok: true, value: told(isMember ? 'signOut' : 'joinGroup') } }),
    )
    await page.route('**/bridge/call/host.joinAdministrators', async (route) => {
      await asked
      isMember = true
      await route.fulfill({ json: { ok: true, value: { wasMember: false } } })
    })
    await page.goto(app.newUrl())
    window = new Window(page)
    await page.getByRole('menuitem', { name: 'Help' }).click()
    await page.getByRole('menuitem', { name: diagnosis }).click()
  })
  afterEach(() => page.close())

  it.each<[string, (window: Window) => Driver]>([
    ['by mouse', mouse],
    ['by keyboard alone', keyboard],
  ])('is explained, asked for, answered and read back %s', async (_way, driverFor) => {
    const driver = driverFor(window)
    const offer = window.dialog(diagnosis).getByRole('button', { name: 'Add This Account…' })
    await driver.press(offer)
    const dialog = page.getByRole('alertdialog', { name: title })
    const cancel = dialog.getByRole('button', { name: 'Cancel' })
    await expect.poll(() => isFocused(cancel)).toBe(true)
    const before = await dialog.boundingBox()
    await driver.press(dialog.getByRole('button', { name: 'Add This Account', exact: true }))
    await dialog.getByText('Windows is asking for an administrator’s consent…').waitFor()
    answer()
    await dialog.getByText('Sign out of Windows and in again').waitFor()
    const close = dialog.getByRole('button', { name: 'Close' })
    await expect.poll(() => isFocused(close)).toBe(true)
    expect(await dialog.boundingBox()).toEqual(before)
    await driver.press(close)
    await window.dialog(diagnosis).getByText('shutdown /l').waitFor()
    expect(await offer.count()).toBe(0)
  })

  it('gives the focus back where it is declined', async () => {
    const offer = window.dialog(diagnosis).getByRole('button', { name: 'Add This Account…' })
    await offer.click()
    await page.keyboard.press('Escape')
    await expect.poll(() => isFocused(offer)).toBe(true)
  })

  it.each([
    [1280, 800],
    [640, 400],
    [450, 400],
  ])('breaks no rule that a program can check, in %i by %i pixels', async (width, height) => {
    await page.setViewportSize({ width, height })
    await window.dialog(diagnosis).getByRole('button', { name: 'Add This Account…' }).click()
    const dialog = page.getByRole('alertdialog', { name: title })
    await dialog.waitFor()
    expect(await violations(page)).toEqual([])
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
  })
})
