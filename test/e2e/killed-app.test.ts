import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createSimulation } from '../../electron/hyperv/simulated/create-simulation.ts'
import type { Simulation } from '../../electron/hyperv/simulated/simulation.ts'
import { systemClock } from '../../electron/storage/system-clock.ts'
import { startStandInServer } from '../stand-in/start-server.ts'
import { findChromium } from '../support/find-chromium.ts'
import { findPwsh } from '../support/find-pwsh.ts'
import { processesOn } from './processes-on.ts'
import { type RunningApp, startApp } from './running-app.ts'
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
    const { simulation, start, exports, processes } = await hyperV()

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
    process.kill(await pidOf(first, await processes()), 'SIGKILL')
    await window.page.close()
    await first.stop()

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

  it('puts the policy back at its next start that was changed for one checkpoint', async () => {
    const { simulation, start, processes } = await hyperV()
    const vmId = labVmId.webServer
    const policy = (): string | undefined => simulation.vm(vmId)?.checkpointType
    const before = policy()
    expect(before).not.toBe('Standard')

    const first = await start()
    const window = await openWindow(browser, first)
    await takeStandard(window, vmId)
    await expect.poll(policy, { timeout: 30_000 }).toBe('Standard')
    process.kill(await pidOf(first, await processes()), 'SIGKILL')
    await window.page.close()
    await first.stop()
    expect(policy()).toBe('Standard')

    const next = await start()
    await expect.poll(policy, { timeout: 60_000 }).toBe(before)
    expect(await next.stop()).toBe(0)
  })
})

interface HyperV {
  readonly simulation: Simulation
  /** Starts the app on it; all starts share one folder of data. */
  readonly start: () => Promise<RunningApp>
  /** An empty folder to export to. */
  readonly exports: string
  /** What runs of those starts: the app, its PowerShell, and whoever started them. */
  readonly processes: () => Promise<readonly string[]>
}

/** A simulated host that outlives the app, as Hyper-V does. */
async function hyperV(): Promise<HyperV> {
  const simulation = createSimulation({ lab: createLab(systemClock.now()), clock: systemClock, pace: 1 })
  const server = await startStandInServer(simulation)
  const [data, exports] = await Promise.all([temporaryFolder('data'), temporaryFolder('exports')])
  onTestFinished(async () => {
    await server.close()
    simulation.stop()
  })
  const start = async (): Promise<RunningApp> => {
    const app = await startApp(['--powershell', pwsh ?? '', '--module-path', 'test/stand-in'], {
      SAVEPOINT_STAND_IN_URL: server.url,
      SAVEPOINT_DATA: data,
    })
    onTestFinished(() => void app.stop())
    return app
  }
  return { simulation, start, exports, processes: () => processesOn(data) }
}

async function temporaryFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `savepoint-${name}-`))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

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

/** Asks as the window does. */
async function takeStandard({ page }: Window, vmId: string): Promise<void> {
  const status = await page.evaluate(
    async (input) => {
      const body = JSON.stringify(input)
      const headers = { 'content-type': 'application/json' }
      return (await fetch('/bridge/call/checkpoint.create', { method: 'POST', headers, body })).status
    },
    { vmId, type: 'Standard' },
  )
  expect(status).toBe(200)
}

/** The process of the app itself, which `npm start` started. */
async function pidOf({ process: starter }: RunningApp, pids: readonly string[]): Promise<number> {
  for (const pid of pids) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
    if (status.includes(`PPid:\t${String(starter.pid)}\n`)) return Number(pid)
  }
  throw new Error('The app does not run.')
}
