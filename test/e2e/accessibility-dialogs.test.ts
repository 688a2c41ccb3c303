import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { heardAtFocus } from './heard.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { violations } from './violations.ts'
import { type Window, launchChromium } from './window.ts'

const chromiumPath = findChromium()

interface Case {
  readonly machine: string
  /** Null for the machine itself. */
  readonly checkpoint: string | null
  readonly item: string
  readonly title: string
  /** Role and name of what has the focus at first. */
  readonly focused: string
}

const tester = { machine: 'WIN11-TEST', checkpoint: 'Office and tools installed' } as const
const cases: readonly Case[] = [
  {
    ...tester,
    item: 'Apply…',
    title: 'Apply Checkpoint',
    focused: 'button Create Checkpoint and Apply',
  },
  {
    ...tester,
    item: 'Delete Checkpoint…',
    title: 'Delete Checkpoint',
    focused: "button Don't Delete",
  },
  {
    ...tester,
    item: 'Delete Checkpoint Subtree…',
    title: 'Delete Checkpoint Subtree',
    focused: "button Don't Delete",
  },
  { ...tester, item: 'Export…', title: 'Export Virtual Machine', focused: 'textbox Location' },
  {
    machine: 'WIN11-TEST',
    checkpoint: null,
    item: 'Revert…',
    title: 'Revert Virtual Machine',
    focused: 'button Create Checkpoint and Revert',
  },
  {
    machine: 'WIN11-TEST',
    checkpoint: null,
    item: 'Checkpoint…',
    title: 'Checkpoint Name',
    focused: 'textbox Name',
  },
  {
    machine: 'WIN11-TEST',
    checkpoint: null,
    item: 'Turn Off…',
    title: 'Turn Off',
    focused: "button Don't Turn Off",
  },
  {
    machine: 'WIN11-TEST',
    checkpoint: null,
    item: 'Shut Down…',
    title: 'Shut Down',
    focused: "button Don't Shut Down",
  },
]

describe.skipIf(chromiumPath === null)('no dialog breaks a rule that a program can check', () => {
  let browser: Browser
  let opened: LabWindow

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  it.each(cases)(
    '$item opens “$title” at its $focused',
    async ({ machine, checkpoint, item, title, focused }) => {
      opened = await openLabWindow(browser, { lab: createLab })
      const { page, window } = opened
      await window.select(machine)
      const target = checkpoint === null ? window.machine(machine) : window.checkpoint(checkpoint)
      await window.choose(target, item)
      await window.dialog(title).waitFor()
      const heard = await heardAtFocus(page)
      expect(`${heard.role} ${heard.name}`).toBe(focused)
      expect(await violations(page)).toEqual([])
      await page.keyboard.press('Escape')
      await window.dialog(title).waitFor({ state: 'detached' })
    },
  )

  it.each([
    ['with checkpoints', 'WIN11-TEST'],
    ['without checkpoints', 'DC01'],
    ['with checkpoints disabled', 'Kassensystem Füssen'],
  ])('the settings of a machine %s', async (_which, machine) => {
    opened = await openLabWindow(browser, { lab: createLab })
    const { page, window } = opened
    await window.select(machine)
    await window.choose(window.machine(machine), 'Settings…')
    await window.dialog(`Settings for ${machine} on HV-LAB`).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('the ones of the Help menu', async () => {
    opened = await openLabWindow(browser, { lab: createLab })
    const { page, window } = opened
    await window.machine('DC01').waitFor()
    for (const item of ['Keyboard Shortcuts', 'About Savepoint']) {
      await chooseHelp(window, item)
      await window.dialog(item).waitFor()
      expect(await violations(page), item).toEqual([])
      await page.keyboard.press('Escape')
      await window.dialog(item).waitFor({ state: 'detached' })
    }
  })
})

async function chooseHelp({ page }: Window, item: string): Promise<void> {
  await page.getByRole('menuitem', { name: 'Help', exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}
