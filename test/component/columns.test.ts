import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleVm } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

beforeEach(async () => {
  window = await openWindow([exampleVm(1), exampleVm(2)])
})
afterEach(() => {
  window.close()
})

function headings(): readonly string[] {
  return window.all('columnheader').map(accessibleName)
}

function kept(): unknown {
  return window.bridge.requests.filter(({ name }) => name === 'settings.change').at(-1)?.input
}

describe('the columns', () => {
  it('are chosen in the menu of the headings, and kept', async () => {
    await window.rightClick('button', 'State')
    await window.click('menuitemcheckbox', 'Configuration Version')
    const more = headings()
    await window.rightClick('button', 'State')
    await window.click('menuitemcheckbox', 'CPU Usage')
    expect([more.includes('Configuration Version'), headings().includes('CPU Usage'), kept()]).toEqual([
      true,
      false,
      { columns: { hidden: ['cpu-usage'], widths: {}, sortedBy: 'name', isDescending: false } },
    ])
  })

  it('never leave a row without its name, and say why', async () => {
    await window.rightClick('button', 'Name')
    const name = window.get('menuitemcheckbox', 'Name')
    expect([name.getAttribute('aria-disabled'), name.getAttribute('aria-checked'), name.title]).toEqual([
      'true',
      'true',
      'Without its name nobody would know which virtual machine a row is about.',
    ])
  })

  it('are as at first again by one command', async () => {
    await window.click('button', 'Newest')
    await window.rightClick('button', 'State')
    await window.click('menuitemcheckbox', 'Uptime')
    await window.rightClick('button', 'State')
    await window.click('menuitem', 'Columns as at First')
    expect([
      headings().includes('Uptime'),
      window.get('columnheader', 'Name').getAttribute('aria-sort'),
    ]).toEqual([true, 'ascending'])
  })

  it('say by which of them the list is ordered, and that is kept', async () => {
    await window.click('button', 'State')
    await window.click('button', 'State')
    expect([
      window.get('columnheader', 'State').getAttribute('aria-sort'),
      window.get('columnheader', 'Name').getAttribute('aria-sort'),
      kept(),
    ]).toEqual([
      'descending',
      'none',
      { columns: { hidden: ['version'], widths: {}, sortedBy: 'state', isDescending: true } },
    ])
  })

  it('are walked by the arrow keys, one stop for Tab, and left downwards', async () => {
    window.get('button', 'Name').focus()
    await window.press('ArrowRight')
    const there = accessibleName(document.activeElement as HTMLElement)
    const stops = window
      .all('columnheader')
      .map((each) => each.querySelector('button')?.tabIndex)
      .filter((index) => index === 0).length
    await window.press('ArrowDown')
    expect([there, stops, document.activeElement?.getAttribute('role')]).toEqual(['State', 1, 'row'])
  })

  it('get wider by the keyboard, and that is kept', async () => {
    const state = window.get('columnheader', 'State')
    Object.defineProperty(state, 'offsetWidth', { value: 60 })
    window.get('button', 'State').focus()
    await window.press('ArrowRight', { shiftKey: true })
    expect([kept(), document.activeElement]).toEqual([
      { columns: { hidden: ['version'], widths: { state: 68 }, sortedBy: 'name', isDescending: false } },
      window.get('button', 'State'),
    ])
  })
})

describe('?', () => {
  it.each([
    ['?', { shiftKey: true }],
    ['?', {}],
  ])('%s %o opens the sheet of shortcuts', async (key, modifiers) => {
    await window.click('gridcell', 'VM-1')
    await window.press(key, modifiers)
    expect(window.all('dialog').map(accessibleName)).toEqual(['Keyboard Shortcuts'])
  })
})
