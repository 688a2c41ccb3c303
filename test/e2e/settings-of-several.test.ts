import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { AppError } from '#contract/errors'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { labVmId } from '../../electron/hyperv/simulated/lab-vm-id.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { severalByKeyboard, severalByMouse } from './several-drivers.ts'
import { type Spoken, spoken } from './spoken.ts'
import { violations } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
/** Standard and automatic; Production; Disabled. Each has a location of its own, and none has a checkpoint. */
const machines = ['BUILD-AGENT', 'DC01', 'Kassensystem Füssen'] as const
const ids = [labVmId.buildAgent, labVmId.domainController, labVmId.disabled] as const
const title = 'Settings for several virtual machines on HV-LAB'
const busy = new AppError('busy', 'Something else is using the virtual machine.', 'In Verwendung.')

describe.skipIf(chromiumPath === null)('the settings of several machines', () => {
  let browser: Browser
  let opened: LabWindow
  let reader: Spoken
  let dialog: Locator

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  async function open(
    driverOf: typeof severalByMouse,
    wrap?: (host: HyperVHost) => HyperVHost,
  ): Promise<void> {
    opened = await openLabWindow(browser, { lab: createLab, pace: 0.02, wrap })
    reader = spoken(opened)
    dialog = opened.window.dialog(title)
    await opened.window.machine('DC01').waitFor()
    const driver = driverOf(opened.window)
    await driver.select(machines)
    await driver.choose('Settings…')
    await dialog.waitFor()
  }

  /** What is set of each, as Hyper-V has it. */
  function kept(): readonly string[] {
    return ids.map((id) => {
      const vm = opened.app.simulation.vm(id)
      return `${String(vm?.checkpointType)} ${String(vm?.automaticCheckpoints)}`
    })
  }

  function results(): Promise<readonly string[]> {
    const list = dialog.getByRole('list', { name: 'Results' })
    return list.getByRole('listitem').allTextContents()
  }

  it('show what differs as mixed, to the eye and to a screen reader', async () => {
    await open(severalByKeyboard)
    await reader.toHear('button', 'OK')
    const told = await dialog.ariaSnapshot()
    for (const box of ['Enable checkpoints', 'Use automatic checkpoints'])
      expect(told).toContain(`checkbox "${box}" [checked=mixed]`)
    expect(told).not.toMatch(/radio .*\[checked\]/)
    expect(told).toContain('Different folders')
    expect(told).toContain('list "Virtual machines"')
    expect(await dialog.getByRole('button', { name: 'Apply', exact: true }).isDisabled()).toBe(true)
    expect(await violations(opened.page)).toEqual([])
  })

  it.each([
    ['mouse', severalByMouse],
    ['keyboard', severalByKeyboard],
  ] as const)('set by %s only what was changed, and only where it differs', async (way, driverOf) => {
    await open(driverOf)
    const box = dialog.getByRole('checkbox', { name: 'Use automatic checkpoints' })
    const apply = dialog.getByRole('button', { name: 'Apply', exact: true })
    if (way === 'mouse') await box.click()
    else {
      await reader.tabTo('checkbox', 'Use automatic checkpoints')
      await reader.press('Space')
    }
    expect(await box.isChecked()).toBe(true)
    if (way === 'mouse') await apply.click()
    else {
      await reader.tabTo('button', 'Apply')
      await reader.press('Enter')
    }
    await reader.toBeSaid('Changed: 2.')
    expect(await results()).toEqual(['DC01: Changed', 'Kassensystem Füssen: Changed'])
    expect(kept()).toEqual(['Standard true', 'Production true', 'Disabled true'])
    expect(await violations(opened.page)).toEqual([])
    await reader.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await reader.toHear('row', /^Kassensystem Füssen/)
  })

  it('tell of each how it went where one is refused, and stay open until all is well', async () => {
    await open(severalByKeyboard, (host) => ({
      ...host,
      changeCheckpointPolicy: (vmId, changes) =>
        String(vmId) === labVmId.disabled ? Promise.reject(busy) : host.changeCheckpointPolicy(vmId, changes),
    }))
    await reader.tabTo('checkbox', 'Enable checkpoints')
    await reader.press('Space')
    await reader.tabTo('radio', 'Production checkpoints')
    await reader.press('Space')
    await reader.tabTo('button', 'OK')
    await reader.press('Enter')
    await reader.toBeSaid('Changed: 1. Not changed: 1.')
    expect(await results()).toEqual([
      'BUILD-AGENT: Changed',
      'Kassensystem Füssen: Not changed. Something else is using the virtual machine.',
    ])
    expect(kept()).toEqual(['Production true', 'Production false', 'Disabled false'])
    expect(await violations(opened.page)).toEqual([])
    await reader.tabTo('button', 'Cancel')
    await reader.press('Enter')
    await dialog.waitFor({ state: 'detached' })
  })
})
