import { readdir } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { findChromium } from '../support/find-chromium.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { openOutlivingHost, temporaryFolder } from './outliving-host.ts'
import type { RunningApp } from './running-app.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const pwsh = findPwsh()
// A killed process is looked for where processes are files.
const isPossible = chromiumPath !== null && pwsh !== null && process.platform === 'linux'
const reason = pwsh === null ? ' (no pwsh on the PATH)' : ''

/** WMI's numbers of what Hyper-V is asked for here. */
const jobTypes = [62, 70]

describe.skipIf(!isPossible)(`an app that is killed in the middle of its work${reason}`, () => {
  let browser: Browser

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterAll(() => browser.close())

  it('finds at its next start what became of it, sends nothing again, and leaves no process behind', async () => {
    const lab = createLab(systemClock.now())
    const { simulation, start, kill, processes } = await openOutlivingHost({ lab, powershell: pwsh ?? '' })
    const exports = await temporaryFolder('exports')

    const first = await start()
    const window = await openWindow(browser, first)
    await window.select('BUILD-AGENT')
    await window.choose(window.machine('BUILD-AGENT'), 'Checkpoint')
    await window.machine('BUILD-AGENT').getByText('Creating checkpoint').waitFor({ timeout: 30_000 })
    await exportFirst(window, 'WIN11-TEST', exports)
    await window
      .machine('WIN11-TEST')
      .getByText(/Exporting \(\d+%\)/)
      .waitFor({ timeout: 30_000 })
    await kill(first)
    await window.page.close()

    const next = await start()
    const again = await openWindow(browser, next)
    // Hyper-V exports by itself; that the app waits for the end of it is what the status bar tells.
    await again.page.getByText(/operations?: .*WIN11-TEST/).waitFor({ timeout: 30_000 })
    const notice = again.page.getByRole('alert')
    await notice.getByText('Nothing is being exported now').waitFor({ timeout: 90_000 })
    expect(await notice.count()).toBe(1)
    expect(await readdir(exports)).toEqual(['WIN11-TEST'])

    await again.select('BUILD-AGENT')
    await expect.poll(() => again.outline()).toEqual([expect.stringMatching(/^BUILD-AGENT - \(/), '  Now'])
    const jobs = simulation.jobs().map(({ type }) => type)
    expect(jobs.filter((type) => jobTypes.includes(type)).toSorted()).toEqual(jobTypes)

    await again.page.close()
    expect(await next.stop()).toBe(0)
    await expect.poll(processes, { timeout: 30_000 }).toEqual([])
  })
})

async function openWindow(browser: Browser, app: RunningApp): Promise<Window> {
  const page: Page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(app.url)
  const window = new Window(page)
  await window.machine('WIN11-TEST').waitFor({ timeout: 60_000 })
  return window
}

async function exportFirst(window: Window, machine: string, folder: string): Promise<void> {
  await window.select(machine)
  await window.choose(window.checkpoint('Clean install'), 'Export…')
  const dialog = window.dialog('Export Virtual Machine')
  await dialog.getByRole('textbox', { name: 'Location' }).fill(folder)
  await dialog.getByRole('button', { name: 'Export', exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
}
