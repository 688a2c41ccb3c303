import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import { labMachine, type LabMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type Spoken, spoken } from './spoken.ts'
import { violations, violationsInLight } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
const minute = 60_000
const day = 24 * 60 * minute

/** One old checkpoint, a chain that is too long, an automatic one, and a guest that makes no production checkpoint. */
const machines: readonly LabMachine[] = [
  {
    id: '5a7e0001-1c0d-4e5a-9b02-00000000d001',
    name: 'DB01',
    state: 'Off',
    past: [
      { take: 'Before the upgrade', ago: 30 * day, grew: 2 },
      { take: 'After the upgrade', ago: 10 * minute, grew: 1 },
    ],
  },
  {
    id: '5a7e0001-1c0d-4e5a-9b02-00000000d002',
    name: 'BUILD01',
    state: 'Off',
    past: Array.from({ length: 6 }, (_, index) => ({
      take: `Run ${String(index + 1)}`,
      ago: (60 - index) * minute,
      grew: 0.5,
    })),
  },
  {
    id: '5a7e0001-1c0d-4e5a-9b02-00000000d003',
    name: 'WEB01',
    state: 'Running',
    automaticCheckpoints: true,
    past: [{ take: 'Automatic Checkpoint - WEB01', ago: 2 * day, isAutomatic: true }],
  },
  {
    id: '5a7e0001-1c0d-4e5a-9b02-00000000d004',
    name: 'SILENT01',
    state: 'Running',
    vss: { enabled: true, status: 'NoContact' },
  },
]

describe.skipIf(chromiumPath === null)('the health of the host', () => {
  let browser: Browser
  let opened: LabWindow
  let reader: Spoken
  let dialog: Locator

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  async function open(undoSeconds = 0): Promise<void> {
    opened = await openLabWindow(browser, {
      lab: (now) => machines.map((machine) => labMachine(machine, now)),
      pace: 0.02,
      // Whose disks lie about is the simulated host’s own tale, and nothing that could be put right from here.
      wrap: (host) => ({
        ...host,
        readStorage: async () => ({ ...(await host.readStorage()), leftBehind: [] }),
      }),
      settings: settingsInMemory({
        isWelcomed: true,
        undoSeconds,
        thresholds: { ...defaultAppSettings.thresholds, count: 5, depth: 6 },
      }),
    })
    reader = spoken(opened)
    dialog = opened.page.getByRole('dialog', { name: /^Health of/ })
    await opened.window.machine('DB01').waitFor()
  }

  /** What is found, each by what it is about and what can be done, once the files were read. */
  async function findings(): Promise<readonly string[]> {
    await dialog.getByText(/^The files of 3|^The files of 4/).waitFor()
    const rows = dialog.getByRole('row').filter({ has: opened.page.getByRole('cell') })
    return rows.evaluateAll((all) =>
      all.map((row) => {
        const buttons = [...row.querySelectorAll('button')]
        return buttons.map((button) => button.getAttribute('aria-label')).join(' | ')
      }),
    )
  }

  function names(machine: string): readonly string[] {
    const found = opened.app.simulation.vms().find(({ name }) => name === machine)
    return found?.checkpoints.map(({ name }) => name) ?? []
  }

  it('is brought to zero findings with its own remedies, which say beforehand what they will do', async () => {
    await open()
    const { page, window } = opened
    await window.select('SILENT01')
    await page.keyboard.press('Insert')
    await page.getByRole('button', { name: 'Health: 4 virtual machines need a look' }).last().click()
    expect(await findings()).toEqual([
      'Go to BUILD01 | Delete… BUILD01',
      'Go to BUILD01 | Delete… BUILD01',
      'Go to DB01: Before the upgrade | Delete… DB01: Before the upgrade',
      expect.stringMatching(/^Go to SILENT01: .* \| Mark as Read… SILENT01: /),
      expect.stringMatching(/^Go to WEB01: .* \| Turn Off… WEB01: /),
    ])
    await dialog.getByRole('checkbox', { name: 'Select all that can be remedied here' }).click()
    await dialog.getByRole('button', { name: 'Remedy 5…' }).click()
    const steps = dialog.getByRole('list', { name: 'Steps' })
    expect(await steps.getByRole('listitem').locator('p').allTextContents()).toEqual([
      'BUILD01: delete “Run 1”',
      'DB01: delete “Before the upgrade”',
      expect.stringMatching(/^SILENT01: mark as read what happened to “SILENT01/),
      'WEB01: turn automatic checkpoints off',
      'WEB01: delete “Automatic Checkpoint - WEB01”',
    ])
    await dialog.getByText(/^On the disks that frees/).waitFor()
    expect(names('DB01')).toEqual(['Before the upgrade', 'After the upgrade'])
    await dialog.getByRole('button', { name: 'Carry Out' }).click()
    await reader.toBeSaid('Done: 5.')
    await dialog.getByRole('button', { name: 'Back to Findings' }).click()
    await dialog.getByText('All is well: nothing on this host needs a look.').first().waitFor()
    expect([names('DB01'), names('BUILD01').length, names('WEB01'), names('SILENT01').length]).toEqual([
      ['After the upgrade'],
      5,
      [],
      1,
    ])
    await dialog.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('button', { name: 'Health: nothing needs a look' }).last().waitFor()
  })

  it('is walked by the keyboard alone, and a delete that waits is taken back where it was asked for', async () => {
    await open(60)
    await reader.press('Control+h')
    await reader.toHear('button', 'Close')
    await findings()
    await reader.tabTo('combobox', 'Show')
    await reader.press('O')
    await expect.poll(() => dialog.getByRole('row').count()).toBe(2)
    await reader.tabTo('checkbox', 'Select DB01: Before the upgrade')
    await reader.press('Space')
    await reader.tabTo('button', 'Remedy 1…')
    await reader.press('Enter')
    await reader.toHear('button', 'Back')
    await reader.tabTo('checkbox', 'DB01: delete “Before the upgrade”')
    await reader.press('Space')
    await dialog.getByText('Left out').waitFor()
    await reader.press('Space')
    await dialog.getByText('Left out').waitFor({ state: 'detached' })
    await reader.tabTo('button', 'Back')
    await reader.press('Shift+Tab')
    await reader.toHear('button', 'Carry Out')
    await reader.press('Enter')
    await reader.toHear('button', 'Back to Findings')
    await reader.tabTo('button', 'Undo Before the upgrade')
    await reader.press('Enter')
    await reader.toHear('list', 'Steps')
    await reader.toBeSaid('Done: 0. Not done: 1.')
    await reader.press('Escape')
    await reader.toHear('table', 'Findings')
    expect(names('DB01')).toEqual(['Before the upgrade', 'After the upgrade'])
    await reader.press('Escape')
    await dialog.waitFor({ state: 'detached' })
  })

  it('breaks no rule that a program can check, in a small window either', async () => {
    await open()
    const { page } = opened
    await page.keyboard.press('Control+h')
    await findings()
    expect(await violations(page)).toEqual([])
    await page.setViewportSize({ width: 640, height: 400 })
    expect(await violationsInLight(page), '640 by 400').toEqual([])
    expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true)
    await dialog.getByRole('button', { name: /^Delete… DB01/ }).click()
    await dialog.getByRole('list', { name: 'Steps' }).waitFor()
    expect(await violations(page), 'what will be done').toEqual([])
  })
})
