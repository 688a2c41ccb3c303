import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findChromium } from '../support/find-chromium.ts'
import { type RunningApp, startApp } from './running-app.ts'
import { Window, isFocused, launchChromium } from './window.ts'

const chromiumPath = findChromium()
const machines = 1_024
const checkpoints = 50

describe.skipIf(chromiumPath === null)('the largest host there can be', () => {
  let browser: Browser
  let app: RunningApp
  let page: Page
  let window: Window

  beforeAll(async () => {
    browser = await launchChromium(chromiumPath ?? '')
    app = await startApp(['--demo'])
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await page.addInitScript(giveLargeHost, { machines, checkpoints })
    await page.goto(app.url)
    window = new Window(page)
  })
  afterAll(async () => {
    await browser.close()
    await app.stop()
  })

  it('is scrolled from the first machine to the last by one key, and few rows are ever drawn', async () => {
    await window.machine('Machine 0001').click()
    await page.keyboard.press('End')
    const last = window.machine('Machine 1024')
    await expect.poll(() => isFocused(last)).toBe(true)
    expect([await isInView(last), await last.getAttribute('aria-rowindex')]).toEqual([true, '1025'])
    expect(await window.machines.getByRole('row').count()).toBeLessThan(60)
  })

  it('shows the last of 50 checkpoints that hang under one another, its name still in sight', async () => {
    await window.checkpoint('Step 1').click()
    await page.keyboard.press('End')
    const last = window.checkpoint('Step 50')
    await expect.poll(() => isFocused(last)).toBe(true)
    expect([await isInView(last), await isInView(last.getByText('Step 50'))]).toEqual([true, true])
    const place = ['level', 'posinset', 'setsize'].map((name) => last.getAttribute(`aria-${name}`))
    expect(await Promise.all(place)).toEqual(['50', '1', '1'])
    expect(await window.tree.getByRole('treeitem').count()).toBeLessThan(60)
  })

  it('keeps the row with the focus while it is scrolled out of view', async () => {
    await page.keyboard.press('Home')
    const first = window.checkpoint('Step 1')
    await expect.poll(() => isFocused(first)).toBe(true)
    await window.tree.hover()
    await page.mouse.wheel(0, 5_000)
    await window.checkpoint('Step 50').waitFor()
    await expect.poll(() => isInView(first)).toBe(false)
    await page.keyboard.press('ArrowDown')
    const second = window.checkpoint('Now')
    await expect.poll(() => isFocused(second)).toBe(true)
    await expect.poll(() => isInView(second)).toBe(true)
  })

  it('lets a row be dragged onto another without anything coming of it', async () => {
    const before = await window.outline()
    await window.checkpoint('Step 2').dragTo(window.checkpoint('Step 4'))
    expect([await window.outline(), await requests(page)]).toEqual([before, []])
  })

  it('takes a double click for a look, and asks for nothing', async () => {
    await window.checkpoint('Step 3').dblclick()
    await page.getByRole('heading', { level: 2, name: 'Step 3', exact: true }).waitFor()
    expect([await page.getByRole('alertdialog').count(), await requests(page)]).toEqual([0, []])
  })
})

async function isInView(locator: Locator): Promise<boolean> {
  return locator.evaluate((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect()
    const frame = element.closest('.scroller, .frame')?.getBoundingClientRect()
    if (frame === undefined || right <= left) return false
    return top >= frame.top && bottom <= frame.bottom && left < frame.right
  })
}

/** What was asked of the other side besides reading. */
function requests(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { readonly asked: readonly string[] }).asked)
}

/** Stands in the page where the desktop's preload would put the way to the app. */
function giveLargeHost(size: { readonly machines: number; readonly checkpoints: number }): void {
  const asked: string[] = []
  const idOf = (family: number, number: number): string =>
    `5a7e000${String(family)}-0000-4e5a-9b02-${number.toString(16).padStart(12, '0')}`
  const moment = '2026-11-20T10:00:00Z'
  const vms = Array.from({ length: size.machines }, (_vm, vm) => ({
    ...{
      id: idOf(1, vm),
      name: `Machine ${String(vm + 1).padStart(4, '0')}`,
      state: 'Off',
      isCritical: false,
    },
    ...{ activity: null, statusText: '', load: { cpuUsage: null, memoryAssigned: null, uptime: null } },
    ...{ version: '11.0', generation: 2, createdAt: moment, notes: '', configurationFolder: 'D:\\' },
    ...{ policy: { type: 'Production', automatic: false, location: 'D:\\' }, replication: 'None' },
    parentCheckpointId: idOf(2, vm * size.checkpoints),
    checkpoints: Array.from({ length: size.checkpoints }, (_checkpoint, step) => ({
      ...{ id: idOf(2, vm * size.checkpoints + step), vmId: idOf(1, vm), name: `Step ${String(step + 1)}` },
      parentId: step === 0 ? null : idOf(2, vm * size.checkpoints + step - 1),
      ...{ createdAt: moment, category: 'user', isSaved: false, policyWhenTaken: 'Production', notes: '' },
    })),
  }))
  const host = {
    ...{ kind: 'hyper-v', name: 'HV-LARGE', connection: 'live', problem: null, description: 'PowerShell' },
    ...{ demoReason: null, pathStyle: 'windows', readAt: moment },
  }
  const answers: Readonly<Record<string, unknown>> = {
    'host.status': host,
    'host.refresh': host,
    'operation.list': [],
    'record.list': [],
    'vm.ids': vms.map(({ id }) => id),
  }
  Object.assign(globalThis, {
    asked,
    bridge: {
      call: async (name: string, { vmIds }: { readonly vmIds?: readonly string[] }) => {
        if (name === 'vm.list')
          return Promise.resolve({ ok: true, value: vms.filter(({ id }) => vmIds?.includes(id)) })
        if (name in answers) return Promise.resolve({ ok: true, value: answers[name] })
        if (name.startsWith('checkpoint.') && !name.endsWith('.details')) asked.push(name)
        return Promise.resolve({
          ok: false,
          error: { code: 'unknown', message: 'This host answers nothing else.' },
        })
      },
      listen: (_onEvent: unknown, onLinked: () => void) => {
        onLinked()
        return () => undefined
      },
    },
  })
}
