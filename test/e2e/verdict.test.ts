import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import type { SimulatedVm } from '../../electron/hyperv/simulated/simulation.ts'
import { findChromium } from '../support/find-chromium.ts'
import { heardAtFocus } from './heard.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { violations } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
const answeringId = '5a7e00ff-1c0d-4e5a-9b02-0000000d0001'
const strictId = '5a7e00ff-1c0d-4e5a-9b02-0000000d0002'
const line = 'Standard, because the guest’s backup service is turned off'

describe.skipIf(chromiumPath === null)('what a checkpoint will be, and what it became', () => {
  let browser: Browser
  let opened: LabWindow

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    opened = await openLabWindow(browser, { lab: twoMachines })
    // What is seen again by itself is seen after some seconds.
    opened.page.setDefaultTimeout(30_000)
  })
  afterEach(() => opened.close())

  it('changes by itself when the guest’s service stops, is told, and is mended by its remedy', async () => {
    const { app, page, window, said } = opened
    const head = page.getByRole('region', { name: 'Checkpoints' })
    await window.select('Answering')
    await head.getByText('Production', { exact: true }).waitFor()
    app.simulation.setBackupService(answeringId, { enabled: false })
    await head.getByText(line).waitFor()
    expect((await said()).join()).toContain(`Answering: the next checkpoint changes. ${line}.`)

    const remedy = head.getByRole('button', { name: 'Turn Backup Service On' })
    await remedy.focus()
    expect(await heardAtFocus(page)).toEqual({
      role: 'button',
      name: 'Turn Backup Service On',
      description:
        'Changes the settings of Answering: Hyper-V offers the guest its backup service, which makes production checkpoints.',
    })
    await page.keyboard.press('Enter')
    await head.getByText('Production', { exact: true }).waitFor()
    expect(await remedy.count()).toBe(0)
    expect((await heardAtFocus(page)).role).toBe('row')
    expect(app.simulation.vm(answeringId)?.vss.enabled).toBe(true)
  })

  it('keeps telling of a fallback over a new start of the window, until it was read', async () => {
    const { app, page, window } = opened
    app.simulation.setBackupService(answeringId, { enabled: false })
    await window.select('Answering')
    await window.actions.getByText('Standard', { exact: true }).waitFor()
    await window.actions.getByRole('button', { name: 'Checkpoint', exact: true }).click()
    const notice = page.getByRole('alert').filter({ hasText: 'is not a production checkpoint' })
    await notice.getByText('because the guest’s backup service is turned off').waitFor()
    await notice.getByText('The host’s log says:').waitFor()
    await page.reload()
    await notice.getByRole('button', { name: 'Show Checkpoint' }).click()
    await window.tree
      .locator('[role=treeitem]:focus')
      .getByText('Standard (production was not possible)')
      .waitFor()
    expect(await violations(page)).toEqual([])
    await notice.getByRole('button', { name: 'Read' }).click()
    await notice.waitFor({ state: 'detached' })
    await page.reload()
    await window.select('Answering')
    await window.tree.getByText('Standard (production was not possible)').waitFor()
    expect(await notice.count()).toBe(0)
  })

  it('lets a standard checkpoint be taken by keyboard where the machine is set to production only, and puts that back', async () => {
    const { app, page, window } = opened
    await window.select('Strict')
    await window.actions.getByText('Refused', { exact: true }).waitFor()
    await window.machine('Strict').focus()
    await page.keyboard.press('Shift+Insert')
    const dialog = window.dialog('Checkpoint Name')
    await dialog.waitFor()
    await page.keyboard.type('By hand')
    expect(await violations(page)).toEqual([])
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('Tab')
    const asSet = await heardAtFocus(page)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    const standard = await heardAtFocus(page)
    expect([asSet, standard]).toEqual([
      {
        role: 'radio',
        name: 'As set for this virtual machine',
        description: expect.stringContaining(
          'Refused: Strict is set to production checkpoints only',
        ) as string,
      },
      { role: 'radio', name: 'Standard', description: 'Standard, with memory' },
    ])
    await dialog.getByText('setting is put back afterwards').waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
    await window.checkpoint('By hand').getByText('Standard, with memory').waitFor()
    await expect.poll(() => app.simulation.vm(strictId)?.checkpointType).toBe('ProductionOnly')
  })

  it('says before going back of which kind the kept state will be', async () => {
    const { page, window } = opened
    await window.select('Strict')
    await window.actions.getByText('Refused', { exact: true }).waitFor()
    await page.getByRole('button', { name: 'Allow Standard Checkpoints' }).click()
    await window.actions.getByText('Standard', { exact: true }).waitFor()
    await window.actions.getByRole('button', { name: 'Revert…' }).click()
    const dialog = window.dialog('Revert Virtual Machine')
    await dialog.getByText(line).waitFor()
    expect(await dialog.getByRole('button', { name: 'Create Checkpoint and Revert' }).isEnabled()).toBe(true)
  })
})

function twoMachines(now: number): readonly SimulatedVm[] {
  const past = [{ take: 'First', ago: 3_600_000, grew: 1 }]
  return [
    labMachine({ id: answeringId, name: 'Answering', state: 'Running', past }, now),
    labMachine(
      {
        id: strictId,
        name: 'Strict',
        state: 'Running',
        checkpointType: 'ProductionOnly',
        vss: { enabled: false, status: 'Ok' },
        past,
      },
      now,
    ),
  ]
}
