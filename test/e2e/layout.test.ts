import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { HyperVHost } from '../../electron/core/ports.ts'
import { createLab } from '../../electron/hyperv/simulated/lab.ts'
import { labMachine } from '../../electron/hyperv/simulated/lab-machine.ts'
import { findChromium } from '../support/find-chromium.ts'
import { type LabWindow, openLabWindow } from './lab-window.ts'
import { launchChromium } from './window.ts'

const chromiumPath = findChromium()

describe.skipIf(chromiumPath === null)('the layout', () => {
  let browser: Browser
  let opened: LabWindow

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
  })
  afterEach(() => opened.close())
  afterAll(() => browser.close())

  it('keeps how the panes share the window when it is opened again', async () => {
    opened = await openLabWindow(browser, { lab: createLab })
    const { page, window } = opened
    const line = page.getByRole('separator', { name: 'Width of the actions pane' })
    await line.focus()
    const kept = page.waitForResponse(/settings\.change$/)
    await page.keyboard.press('ArrowLeft')
    await kept
    await page.reload()
    await window.machine('DC01').waitFor()
    expect(await line.getAttribute('aria-valuenow')).toBe('242')
  })

  it('stays where it is when the list, the details and a new checkpoint arrive', async () => {
    const list = gate()
    const details = gate()
    opened = await openLabWindow(browser, { lab: createLab, wrap: (host) => held(host, list, details) })
    const { app, page, window } = opened
    await page.getByText('Connecting to').first().waitFor()
    await noteShifts(page)
    list.open()
    await window.machine('DC01').waitFor()
    expect(await shiftsOf(page), 'the list').toEqual([])

    await window.select('WIN11-TEST')
    await page.getByText('Reading…').first().waitFor()
    await noteShifts(page)
    details.open()
    await page.getByText('Reading…').first().waitFor({ state: 'detached' })
    expect(await shiftsOf(page), 'the details').toEqual([])

    const vm = app.simulation.vms().find(({ name }) => name === 'WIN11-TEST')
    await app.simulation.createCheckpoint(vm?.id ?? '', 'From elsewhere')
    await window.checkpoint('From elsewhere').waitFor()
    // Only what hangs below the new one makes room for it.
    expect((await shiftsOf(page)).filter((each) => !each.startsWith('treeitem'))).toEqual([])

    await page.evaluate(() => {
      document.body.prepend(Object.assign(document.createElement('p'), { textContent: 'Something above' }))
    })
    // Else nothing above would have shown anything.
    await expect.poll(() => shiftsOf(page)).toContainEqual(expect.stringMatching(/^Savepoint/))
  })

  it('leaves in sight, in a low window, why a name is refused and the folders to choose from', async () => {
    opened = await openLabWindow(browser, { lab: createLab }, { width: 640, height: 400 })
    const { page, window } = opened
    await window.machines.getByRole('gridcell').first().click()
    await page.keyboard.press('End')
    await window.select('WIN11-TEST')
    await window.choose(window.checkpoint('Office and tools installed'), 'Rename…')
    await page.keyboard.press('Control+a')
    await page.keyboard.press('Delete')
    const reason = page.getByRole('alert').filter({ hasText: 'needs a name' })
    await expect.poll(() => isWithin(reason, page.getByRole('region', { name: 'Checkpoints' }))).toBe(true)
    await page.keyboard.press('Escape')

    await window.choose(window.checkpoint('Office and tools installed'), 'Export…')
    await page.getByRole('button', { name: 'Browse…' }).click()
    const folders = page.getByRole('region', { name: 'Folders on the host' })
    await folders.getByRole('button', { name: 'C:\\' }).waitFor()
    expect((await folders.boundingBox())?.height).toBeGreaterThan(150)
  })

  it.each([
    [1280, 800],
    [900, 800],
    [640, 400],
  ])('holds names of 200 characters and from right to left at %i by %i pixels', async (width, height) => {
    opened = await openLabWindow(browser, { lab: difficultNames }, { width, height })
    const { page, window } = opened
    const rows = window.machines.locator('[role=row][data-id]')
    await rows.first().click()
    await window.tree.getByRole('treeitem').first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    for (const row of [...(await rows.all()), ...(await window.tree.getByRole('treeitem').all())]) {
      const box = await row.boundingBox()
      expect(box?.height).toBe(26)
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width)
    }
  })
})

interface Gate {
  readonly open: () => void
  readonly passed: Promise<void>
}

function gate(): Gate {
  let open: () => void = () => undefined
  const passed = new Promise<void>((resolve) => {
    open = resolve
  })
  return { open, passed }
}

/** The host whose answers wait until the gates are opened. */
function held(host: HyperVHost, list: Gate, details: Gate): HyperVHost {
  return {
    ...host,
    readAll: async (onVm) => {
      await list.passed
      return host.readAll(onVm)
    },
    readVmDetails: async (vmId) => {
      await details.passed
      return host.readVmDetails(vmId)
    },
    readThumbnail: async (vmId, checkpointId) => {
      await details.passed
      return host.readThumbnail(vmId, checkpointId)
    },
  }
}

function difficultNames(now: number): ReturnType<typeof createLab> {
  const names = [
    'W'.repeat(200),
    'שרת '.repeat(50).trim(),
    'خادم SQL-01 (نسخة)',
    '👍🏽'.repeat(50),
    `${'a b '.repeat(49)}end`,
  ]
  return names.map((name, index) => {
    const id = `5a7e00d0-1c0d-4e5a-9b03-00000000f00${String(index)}`
    const past = names.map((each, age) => ({ take: each.slice(0, 99), ago: (9 - age) * 60_000 }))
    return labMachine({ id, name, state: 'Running', past }, now)
  })
}

async function isWithin(part: Locator, whole: Locator): Promise<boolean> {
  const [inner, outer] = await Promise.all([part.boundingBox(), whole.boundingBox()])
  if (inner === null || outer === null) return false
  return inner.y >= outer.y && inner.y + inner.height <= outer.y + outer.height
}

/** From now on, whatever moves although nobody moved it. */
async function noteShifts(page: Page): Promise<void> {
  await page.evaluate(() => {
    const shifts: string[] = []
    const observer = new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as readonly LayoutShift[])
        for (const { node } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement
          const part = element?.closest('[role]')
          shifts.push(`${part?.getAttribute('role') ?? ''} ${element?.textContent.slice(0, 40) ?? ''}`.trim())
        }
    })
    interface LayoutShift {
      readonly sources: readonly { readonly node: Node | null }[]
    }
    observer.observe({ type: 'layout-shift' })
    Object.assign(globalThis, { shifts })
  })
}

/** After two frames, in which the browser tells of what it drew. */
function shiftsOf(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 2; frame += 1) await new Promise((drawn) => requestAnimationFrame(drawn))
    return (globalThis as unknown as { readonly shifts: readonly string[] }).shifts
  })
}
