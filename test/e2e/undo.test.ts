import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { type Driver, keyboard, mouse } from './drivers.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type Spoken, spoken } from './spoken.ts'
import { violations } from './violations.ts'
import { isFocused, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const machine = 'WIN11-TEST'
const office = 'Office and tools installed'
const before = 'Before KB5049981'
const tree = [
  'Clean install',
  `  ${office}`,
  '    Now',
  `    ${before}`,
  '  Automatic Checkpoint - WIN11-TEST',
]

/** The demo's, but that the machine keeps its memory in a checkpoint, so that going back brings back what ran. */
function lab(now: number): readonly SimulatedVm[] {
  return createLab(now).map((vm) => (vm.name === machine ? { ...vm, checkpointType: 'Standard' } : vm))
}

describe.skipIf(chromiumPath === null)('what can be undone', () => {
  let browser: Browser
  let opened: LabWindow
  let reader: Spoken

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  async function open(undoSeconds: number): Promise<void> {
    const settings = settingsInMemory({ isWelcomed: true, undoSeconds })
    opened = await openLabWindow(browser, { lab, pace: 0.02, settings })
    reader = spoken(opened)
  }

  /** What the host has, whatever the window shows. */
  function onHost(): readonly string[] {
    const vm = opened.app.simulation.vms().find(({ name }) => name === machine)
    return (vm?.checkpoints ?? []).map(({ name }) => name)
  }

  async function askToDelete(driver: Driver, name: string): Promise<void> {
    await driver.selectMachine(machine)
    await driver.selectCheckpoint(name)
    await driver.command(opened.window.checkpoint(name), 'Delete Checkpoint…')
    await driver.press(
      opened.window.dialog('Delete Checkpoint').getByRole('button', { name: 'Delete', exact: true }),
    )
  }

  it.each([
    ['its button', mouse, () => opened.page.getByRole('button', { name: 'Undo' }).click()],
    ['a key, by keyboard alone', keyboard, () => reader.press('Control+z')],
    ['its button, reached by keyboard alone', keyboard, pressUndoByTab],
  ])('a delete is taken back by %s, and nothing was deleted', async (_by, way, takeBack) => {
    await open(60)
    const had = onHostAtFirst()
    await askToDelete(way(opened.window), before)
    await reader.toBeSaid(/^Before KB5049981 will be deleted in \d+ seconds\. Ctrl\+Z undoes it\.$/)
    await opened.page
      .getByText(/^Before KB5049981 will be deleted in \d+ seconds\.$/)
      .first()
      .waitFor()
    expect(await isFocused(opened.window.checkpoint(before))).toBe(true)
    await reader.toHear('treeitem', before, /is about to be deleted$/)
    await takeBack()
    await reader.toBeSaid('WIN11-TEST: Undone, nothing was changed.')
    await opened.page.getByRole('list', { name: 'Can be undone' }).waitFor({ state: 'detached' })
    expect({ shown: await opened.window.outline(), onHost: onHost() }).toEqual({ shown: tree, onHost: had })
  })

  async function pressUndoByTab(): Promise<void> {
    await reader.tabTo('button', 'Undo')
    await reader.toHear('button', 'Undo', /^Before KB5049981 will be deleted in \d+ seconds?\.$/)
    await reader.press('Enter')
  }

  function onHostAtFirst(): readonly string[] {
    const all = onHost()
    expect(all).toContain(before)
    return all
  }

  it('a delete goes on when its time is over', async () => {
    await open(1)
    await askToDelete(mouse(opened.window), before)
    await reader.toBeSaid(/^Before KB5049981 will be deleted in 1 second\./)
    await reader.toBeSaid('WIN11-TEST: Checkpoint deleted.')
    await expect.poll(() => opened.window.outline()).not.toContain(`    ${before}`)
    expect(onHost()).not.toContain(before)
    await opened.page.getByRole('list', { name: 'Can be undone' }).waitFor({ state: 'detached' })
  })

  it('a subtree to which another program adds while it waits is not deleted, and what was added is named', async () => {
    await open(4)
    const { window, page, app } = opened
    const driver = mouse(window)
    const had = onHostAtFirst()
    await driver.selectMachine(machine)
    await driver.command(window.checkpoint(office), 'Delete Checkpoint Subtree…')
    const dialog = window.dialog('Delete Checkpoint Subtree')
    await driver.press(dialog.getByRole('button', { name: 'Delete', exact: true }))
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    const vmId = app.simulation.vms().find(({ name }) => name === machine)!.id
    await app.simulation.createCheckpoint(vmId, 'From elsewhere')
    await page
      .getByRole('alert')
      .getByText(
        'Nothing was deleted, because “From elsewhere” would have gone without having been shown. Look at the checkpoints of WIN11-TEST and decide again.',
      )
      .waitFor()
    expect(onHost()).toEqual([...had, 'From elsewhere'])
    expect(await window.outline()).toContain('    From elsewhere')
  })

  it('an apply is taken back in one step, and the machine goes on from where it was', async () => {
    await open(8)
    const { window, page } = opened
    const driver = mouse(window)
    await driver.selectMachine(machine)
    await driver.command(window.checkpoint('Clean install'), 'Apply…')
    await page.getByRole('button', { name: 'Create Checkpoint and Apply' }).click()
    await reader.toBeSaid('WIN11-TEST: Checkpoint applied. It is off now. It can be undone.')
    await expect.poll(() => window.outline()).toContain('  Now')
    await window.machine(machine).getByText('Off', { exact: true }).waitFor()
    expect(await violations(page), 'with an offer to undo').toEqual([])

    // The key alone loses nothing: it leads to the button, which says what is lost.
    await reader.press('Control+z')
    await reader.toHear('button', 'Undo', /What was done since is lost then\.$/)
    await reader.press('Enter')
    // Hyper-V starts nothing that was off when a checkpoint with memory is applied to it.
    await window.machine(machine).getByText('Saved', { exact: true }).waitFor()
    await expect.poll(() => window.outline()).toContain('      Now')
    await page.getByRole('list', { name: 'Can be undone' }).waitFor({ state: 'detached' })
    await driver.command(window.machine(machine), 'Start')
    await window.machine(machine).getByText('Running', { exact: true }).waitFor()
  })

  it('an apply that leaves the machine off starts it afterwards where that was ticked, and can still be undone', async () => {
    await open(8)
    const { window, page } = opened
    const driver = keyboard(window)
    await driver.selectMachine(machine)
    await driver.selectCheckpoint('Clean install')
    await driver.command(window.checkpoint('Clean install'), 'Apply…')
    const dialog = window.dialog('Apply Checkpoint')
    await reader.tabTo('checkbox', 'Start it afterwards')
    await reader.press('Space')
    expect(await violations(page), 'with the choice').toEqual([])
    await driver.press(dialog.getByRole('button', { name: 'Create Checkpoint and Apply' }))
    await reader.toBeSaid('WIN11-TEST: Checkpoint applied. It is off now. It can be undone.')
    await reader.toBeSaid('WIN11-TEST: Started.')
    await window.machine(machine).getByText('Running', { exact: true }).waitFor()
    expect(
      await page.getByRole('list', { name: 'Can be undone' }).getByRole('button').allTextContents(),
    ).toEqual(['Undo', ''])
  })

  it('a machine that an apply left off is started by the button beside the word of it', async () => {
    await open(8)
    const { window, page } = opened
    const driver = mouse(window)
    await driver.selectMachine(machine)
    await driver.command(window.checkpoint('Clean install'), 'Apply…')
    await page.getByRole('button', { name: 'Create Checkpoint and Apply' }).click()
    await page.getByRole('list', { name: 'Can be undone' }).getByRole('button', { name: 'Start' }).click()
    await window.machine(machine).getByText('Running', { exact: true }).waitFor()
    await reader.toBeSaid('WIN11-TEST: Started.')
  })

  it('breaks no rule while a delete waits, nor when another is asked for with its forecast', async () => {
    await open(60)
    const { window, page } = opened
    const driver = mouse(window)
    await askToDelete(driver, before)
    await page.getByRole('button', { name: 'Undo' }).waitFor()
    expect(await violations(page), 'a delete that waits').toEqual([])
    await driver.command(window.checkpoint(office), 'Delete Checkpoint…')
    const dialog = window.dialog('Delete Checkpoint')
    const forecast = dialog.getByRole('region', { name: 'What it does to the files' })
    await forecast.getByText(/^3 files, 8 GB$/).waitFor()
    await forecast.getByText(/^1 file, .+, until less builds on it$/).waitFor()
    expect(await violations(page), 'its forecast').toEqual([])
  })
})

describe.skipIf(chromiumPath === null)('what a checkpoint takes', () => {
  it('is heard with the checkpoint, and its dialog keeps its size while the files are read', async () => {
    const browser = await launchChromium(chromiumPath ?? '')
    const reading: (() => void)[] = []
    const opened = await openLabWindow(browser, {
      lab,
      pace: 0.02,
      wrap: (host) => ({
        ...host,
        readCosts: async (vmId) => {
          await new Promise<void>((resolve) => reading.push(resolve))
          return host.readCosts(vmId)
        },
      }),
    })
    try {
      const { window } = opened
      await window.select(machine)
      await expect.poll(() => reading.length).toBe(1)
      reading[0]?.()
      await window.checkpoint(office).click()
      await spoken(opened).toHear('treeitem', office, /9\.8 GB, memory 8 GB, disks 1\.8 GB/)
      await window.choose(window.checkpoint(office), 'Delete Checkpoint…')
      const dialog = window.dialog('Delete Checkpoint')
      await dialog.getByText('Reading…').first().waitFor()
      const heightWhileReading = (await dialog.boundingBox())?.height
      await expect.poll(() => reading.length).toBe(2)
      reading[1]?.()
      await dialog.getByText(/^3 files, 8 GB$/).waitFor()
      expect((await dialog.boundingBox())?.height).toBe(heightWhileReading)
    } finally {
      await opened.close()
      await browser.close()
    }
  })
})
