import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { processesOn } from './processes-on.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const pwsh = findPwsh()
// Where processes are files.
const isLinux = process.platform === 'linux'
const reason = pwsh === null ? ' (no pwsh on the PATH)' : ''

describe.skipIf(chromiumPath === null || pwsh === null)(`the window over a real PowerShell${reason}`, () => {
  let browser: Browser
  let app: RunningApp
  let data: string

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    data = await mkdtemp(join(tmpdir(), 'savepoint-data-'))
  })
  afterAll(async () => {
    await browser.close()
    await rm(data, { recursive: true })
  })
  afterEach(() => app.stop())

  it('shows its machines, takes, renames, applies and deletes a checkpoint, and leaves no process behind', async () => {
    app = await startApp(['--powershell', pwsh ?? '', '--module-path', 'test/stand-in'], {
      SAVEPOINT_STAND_IN_PACE: '0.1',
      SAVEPOINT_DATA: data,
    })
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.goto(app.url)
    const window = new Window(page)
    await window.machine('Ubuntu 24.04 ✓ 日本語').waitFor({ timeout: 60_000 })
    await page.getByText(/PowerShell 7\.\d/).waitFor()
    expect(await page.getByText('Demo host').count()).toBe(0)

    await window.select('BUILD-AGENT')
    await window.choose(window.machine('BUILD-AGENT'), 'Checkpoint…')
    const naming = window.dialog('Checkpoint Name')
    await naming.getByRole('textbox', { name: 'Name' }).fill("it's ‘$(throw 1)’ [x]*? `n 日本")
    await naming.getByRole('textbox', { name: 'Notes' }).fill('First line\nsecond & <third>')
    await naming.getByRole('button', { name: 'Checkpoint', exact: true }).click()
    await outlineToBe(window, ["it's ‘$(throw 1)’ [x]*? `n 日本", '  Now'])
    await window.checkpoint("it's ‘$(throw 1)’ [x]*? `n 日本").click()
    await page.getByText('second & <third>').waitFor()

    await page.keyboard.press('F2')
    await page.keyboard.press('Control+A')
    await page.keyboard.type('Renamed “so”')
    await page.keyboard.press('Enter')
    await outlineToBe(window, ['Renamed “so”', '  Now'])

    await window.choose(window.checkpoint('Renamed “so”'), 'Apply…')
    await window
      .dialog('Apply Checkpoint')
      .getByRole('button', { name: 'Create Checkpoint and Apply' })
      .click()
    await outlineToBe(window, ['Renamed “so”', '  Now', '  Before applying “Renamed “so””'])

    await window.choose(window.checkpoint('Renamed “so”'), 'Delete Checkpoint…')
    await window.dialog('Delete Checkpoint').getByRole('button', { name: 'Delete', exact: true }).click()
    await outlineToBe(window, ['Now', 'Before applying “Renamed “so””'])
    expect(await page.getByRole('alert').allTextContents()).toEqual([])

    // Of these four at least: the app, its PowerShells and the stand-in's server.
    if (isLinux) expect((await processesOn(data)).length).toBeGreaterThan(3)
    await page.close()
    expect(await app.stop()).toBe(0)
    if (isLinux) await expect.poll(() => processesOn(data), { timeout: 15_000 }).toEqual([])
  })
})

async function outlineToBe(window: Window, lines: readonly (string | RegExp)[]): Promise<void> {
  const wanted = lines.map((line): unknown => (typeof line === 'string' ? line : expect.stringMatching(line)))
  await expect.poll(() => window.outline(), { timeout: 30_000 }).toEqual(wanted)
}
