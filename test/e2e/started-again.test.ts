import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { openLabWindow } from './lab-window.ts'
import { startApp } from './running-app.ts'
import { serveLab } from './serve-lab.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)('A window in the browser', () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterAll(() => browser.close())

  it('is told that Savepoint was started again while it was open, and is in again by the new address', async () => {
    const opened = await openLabWindow(browser, { lab: createLab })
    const { page, window } = opened
    await window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
    await opened.app.stop()
    await page.getByText('The connection to Savepoint was lost.').waitFor({ timeout: 30_000 })
    const port = Number(new URL(page.url()).port)
    const settings = settingsInMemory({ isWelcomed: true })
    const again = await serveLab({ lab: createLab, settings, port })
    await page.getByText('Savepoint does not know this page any more.').waitFor({ timeout: 30_000 })
    await page.getByText('Open the address that Savepoint printed last', { exact: false }).waitFor()
    await page.goto(again.newUrl())
    await window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
    await page.context().close()
    await again.stop()
  })

  it('leaves neither its key nor its session in its address, history, title or log', async () => {
    const data = mkdtempSync(join(tmpdir(), 'savepoint-key-'))
    const app = await startApp(['--demo'], { SAVEPOINT_DATA: data })
    const page = await browser.newPage()
    await page.goto(app.url)
    await new Window(page).machine('DC01').waitFor({ timeout: 60_000 })
    const devtools = await page.context().newCDPSession(page)
    const { entries } = await devtools.send('Page.getNavigationHistory')
    const [cookie] = await page.context().cookies()
    const log = readFileSync(join(data, 'logs', 'savepoint.log'), 'utf8')
    const kept = JSON.stringify([page.url(), await page.title(), entries.map(({ url }) => url), log])
    const secrets = [new URL(app.url).hash.slice(1), cookie?.value ?? '']
    expect(secrets.map((secret) => [secret.length, kept.includes(secret)])).toEqual([
      [43, false],
      [43, false],
    ])
    expect(kept).toContain('Savepoint starts')
    await page.context().close()
    await app.stop()
    rmSync(data, { recursive: true })
  })
})
