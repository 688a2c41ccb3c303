import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { type Driver, keyboard, mouse } from './drivers.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, isFocused, launchChromium } from './window.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const chromiumPath = findChromium()
const pwsh = findPwsh()
const reason = pwsh === null ? ' (no pwsh on the PATH)' : ''
const title = 'Why can’t I see my virtual machines?'
const ways: readonly (readonly [string, (window: Window) => Driver])[] = [
  ['by mouse', mouse],
  ['by keyboard alone', keyboard],
]

describe.skipIf(chromiumPath === null)('why virtual machines can’t be seen', () => {
  let browser: Browser
  let app: RunningApp

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterAll(() => browser.close())
  afterEach(() => app.stop())

  async function openWindow(): Promise<Window> {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(app.url)
    return new Window(page)
  }

  it.each(ways)(
    'is asked %s at the status bar, which says why it is the demo host',
    async (_way, driverFor) => {
      app = await startApp(['--demo'])
      const window = await openWindow()
      const driver = driverFor(window)
      await window.machine('WIN11-TEST').waitFor()
      const connection = window.page.getByRole('button', { name: 'HV-LAB · live' })
      await driver.press(connection)
      await findingOf(window, 'Virtual machines').getByText('because it was asked for').waitFor()
      await driver.press(window.dialog(title).getByRole('button', { name: 'Check Again' }))
      await driver.press(window.dialog(title).getByRole('button', { name: 'Copy All' }))
      await told(window, 'Copied')
      await window.page.keyboard.press('Escape')
      await expect.poll(() => isFocused(connection)).toBe(true)
      expect(await pasted(window)).toContain('[Worth a look] Virtual machines')
      await window.page.close()
    },
  )

  it.each(ways)('is copied %s from About, which shows where the log is', async (_way, driverFor) => {
    const data = mkdtempSync(join(tmpdir(), 'savepoint-about-'))
    app = await startApp(['--demo'], { SAVEPOINT_DATA: data })
    const window = await openWindow()
    const driver = driverFor(window)
    await window.page.getByRole('menuitem', { name: 'Help' }).click()
    await window.page.getByRole('menuitem', { name: 'About Savepoint' }).click()
    const about = window.dialog('About Savepoint')
    const logs = join(data, 'logs')
    await about.getByText(logs, { exact: true }).waitFor()
    await driver.press(about.getByRole('button', { name: 'Copy Diagnostics' }))
    await expect.poll(() => about.locator('footer').getByRole('status').innerText()).toBe('Copied')
    await driver.press(about.getByRole('button', { name: 'Close' }))
    expect(await pasted(window)).toContain('[Good] Savepoint')
    expect(readFileSync(join(logs, 'savepoint.log'), 'utf8')).toMatch(/ info Savepoint starts version="/)
    await window.page.close()
    await app.stop()
    rmSync(data, { recursive: true })
  })

  it('is asked in the Help menu, and the focus goes back to where one worked', async () => {
    app = await startApp(['--demo'])
    const window = await openWindow()
    await window.select('WIN11-TEST')
    await window.page.getByRole('menuitem', { name: 'Help' }).click()
    await window.page.getByRole('menuitem', { name: title }).click()
    await window.dialog(title).getByRole('button', { name: 'Close' }).click()
    await window.dialog(title).waitFor({ state: 'detached' })
    await expect
      .poll(() => window.machine('WIN11-TEST').evaluate((row) => row.contains(document.activeElement)))
      .toBe(true)
    await window.page.close()
  })

  it.skipIf(pwsh === null).each(ways)(
    `is asked %s where the service is stopped, and gives the command that starts it${reason}`,
    async (_way, driverFor) => {
      app = await startApp(['--powershell', pwsh ?? '', '--module-path', 'test/stand-in'], {
        SAVEPOINT_STAND_IN_SERVICE: 'Stopped',
      })
      const window = await openWindow()
      const driver = driverFor(window)
      const question = window.page.getByRole('button', { name: 'Find Out Why…' })
      await question.waitFor({ timeout: 60_000 })
      await driver.press(question)
      await told(window, '3 things are wrong. The first may be the cause of the others.')
      const first = window.dialog(title).getByRole('listitem').first()
      expect(await first.innerText()).toMatch(/^Wrong\s+Hyper-V service\s+.+ is not running\.\s/)
      await driver.press(first.getByRole('button', { name: 'Copy Start-Service vmms' }))
      await told(window, 'Copied')
      await driver.press(window.dialog(title).getByRole('button', { name: 'Close' }))
      await expect.poll(() => isFocused(question)).toBe(true)
      expect(await pasted(window)).toBe('Start-Service vmms')
      await window.page.close()
    },
  )
})

describe.skipIf(pwsh === null)(`npm start -- --diagnose${reason}`, () => {
  it.each([
    ['Running', 0, /^Nothing is wrong between Savepoint and Hyper-V\.$/m],
    ['Stopped', 1, /^\[Wrong\] Hyper-V service\n.+\n.+:\n {4}Start-Service vmms$/m],
  ])('prints the same where the service is %s, and exits with %i', async (service, code, words) => {
    const child = spawn(
      process.execPath,
      ['build/start.mjs', '--diagnose', '--powershell', pwsh ?? '', '--module-path', 'test/stand-in'],
      { cwd: root, env: { ...process.env, SAVEPOINT_STAND_IN_SERVICE: service } },
    )
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const [exit] = (await once(child, 'close')) as [number | null]
    expect({ exit, output }).toEqual({ exit: code, output: expect.stringMatching(words) as string })
  })
})

function findingOf(window: Window, subject: string): Locator {
  const heading = window.page.getByRole('heading', { name: subject, exact: true })
  return window.dialog(title).getByRole('listitem').filter({ has: heading })
}

/** What those who listen are told of by themselves. */
async function told(window: Window, words: string): Promise<void> {
  const regions = window.dialog(title).getByRole('status')
  await expect
    .poll(() => regions.allInnerTexts().then((all) => all.map((each) => each.trim())), { timeout: 30_000 })
    .toContain(words)
}

/** The clipboard, as whoever pastes it sees it. */
async function pasted(window: Window): Promise<string> {
  const box = window.page.getByRole('textbox', { name: 'Filter' })
  await box.focus()
  await window.page.keyboard.press('Control+V')
  return box.inputValue()
}
