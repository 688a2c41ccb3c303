import type { Browser, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { findChromium } from '../support/find-chromium.ts'
import { settingsInMemory } from '../support/settings-in-memory.ts'
import { type Driver, keyboard, mouse } from './drivers.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { type SeveralDriver, severalByKeyboard, severalByMouse } from './several-drivers.ts'
import { type Spoken, spoken } from './spoken.ts'
import { violations } from './violations.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()
/** One that is off, one that runs, and one that runs and takes no checkpoints at first. */
const machines = ['BUILD-AGENT', 'DC01', 'Kassensystem Füssen'] as const
const ways = [
  ['mouse', mouse, severalByMouse],
  ['keyboard', keyboard, severalByKeyboard],
] as const

describe.skipIf(chromiumPath === null)('a set of three machines', () => {
  let browser: Browser
  let opened: LabWindow
  let reader: Spoken
  let driver: Driver
  let several: SeveralDriver

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  async function open([, one, many]: (typeof ways)[number]): Promise<void> {
    const settings = settingsInMemory({ isWelcomed: true, undoSeconds: 0 })
    opened = await openLabWindow(browser, { lab: createLab, pace: 0.02, settings })
    reader = spoken(opened)
    driver = one(opened.window)
    several = many(opened.window)
    await opened.window.machine('DC01').waitFor()
  }

  function dialog(name: string): Locator {
    return opened.window.dialog(name)
  }

  async function press(where: Locator, button: string): Promise<void> {
    await driver.press(where.getByRole('button', { name: button, exact: true }))
  }

  /** Takes it, after the one that takes none was allowed to. */
  async function takeSet(): Promise<void> {
    await several.select(machines)
    await several.choose('Checkpoint…')
    const asked = dialog('Checkpoint of Several Virtual Machines')
    await driver.fill(asked.getByRole('textbox', { name: 'Name' }), '{vm} before the update')
    await asked.getByText(/^Refused: Checkpoints are turned off for Kassensystem Füssen/).waitFor()
    await press(asked, 'Turn Checkpoints On')
    await asked.getByText(/^Refused/).waitFor({ state: 'detached' })
    expect(await violations(opened.page)).toEqual([])
    await press(asked, 'Take Checkpoints')
    await reader.toBeSaid('Taken: 3.')
    expect(await asked.getByRole('listitem').allTextContents()).toEqual(
      machines.map((name) => expect.stringMatching(new RegExp(`${name}.*Taken: `, 's')) as unknown),
    )
    await press(asked, 'Close')
    await asked.waitFor({ state: 'detached' })
  }

  async function selectInSet(): Promise<Locator> {
    await driver.selectMachine('DC01')
    await driver.selectCheckpoint(/^DC01 before the update/)
    await opened.page.getByText('2 others: BUILD-AGENT, Kassensystem Füssen').waitFor()
    return opened.window.checkpoint(/^DC01 before the update/)
  }

  /** What "Now" of each machine hangs under. */
  function parents(): readonly (string | undefined)[] {
    const { simulation } = opened.app
    return machines.map((name) => {
      const vm = simulation.vms().find((each) => each.name === name)
      return vm?.checkpoints.find(({ id }) => id === vm.parentCheckpointId)?.name
    })
  }

  it.each(ways)(
    'is taken and applied by %s, in the order that was chosen, and each state of now is kept',
    async (...way) => {
      await open(way)
      await takeSet()
      await driver.command(await selectInSet(), 'Apply Set…')
      const asked = dialog('Apply Set')
      await reader.toHear('button', 'Create Checkpoints and Apply')
      await press(asked, 'Move Kassensystem Füssen up')
      await reader.toBeSaid('Kassensystem Füssen is number 2 now.')
      expect(await violations(opened.page)).toEqual([])
      await press(asked, 'Create Checkpoints and Apply')
      await reader.toBeSaid('Applied: 3.')
      expect(parents()).toEqual(machines.map((name) => `${name} before the update`))
      const kept = opened.app.simulation
        .vms()
        .flatMap(({ checkpoints }) => checkpoints.filter(({ name }) => name.startsWith('Before applying')))
      expect(kept).toHaveLength(3)
      await press(asked, 'Close')
    },
  )

  it.each(ways)('is deleted whole by %s', async (...way) => {
    await open(way)
    await takeSet()
    await driver.command(await selectInSet(), 'Delete Set…')
    const asked = dialog('Delete Set')
    await reader.toHear('button', "Don't Delete")
    expect(await violations(opened.page)).toEqual([])
    await press(asked, 'Delete')
    for (const name of machines) await reader.toBeSaid(`${name}: Checkpoint deleted.`)
    expect(parents().filter((name) => name?.endsWith('before the update'))).toEqual([])
  })
})
