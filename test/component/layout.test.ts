import { afterEach, describe, expect, it } from 'vitest'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import { vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

function kept(): readonly unknown[] {
  return window.bridge.requests.filter(({ name }) => name === 'settings.change').map(({ input }) => input)
}

function layout(changes: Partial<AppSettings['layout']>): { readonly layout: AppSettings['layout'] } {
  return { layout: { ...defaultAppSettings.layout, ...changes } }
}

function widthOf(separator: string): string | null {
  return window.get('separator', separator).getAttribute('aria-valuenow')
}

/** happy-dom knows no capture of pointers: the handle hears of the moves as it would. */
function pointer(type: string, separator: string, clientX: number): void {
  const handle = window.get('separator', separator)
  handle.setPointerCapture = () => undefined
  handle.dispatchEvent(new PointerEvent(type, { bubbles: true, button: 0, clientX }))
}

describe('the line between two panes', () => {
  it('is moved by the arrow keys, and what was chosen is kept', async () => {
    window = await openWindow([vmWithTree()])
    window.get('separator', 'Width of the actions pane').focus()
    await window.press('ArrowLeft')
    expect([widthOf('Width of the actions pane'), kept()]).toEqual([
      '242',
      [layout({ sizes: { actions: 242 } })],
    ])
  })

  it('is moved by hand, and kept when the hand lets go and not before', async () => {
    window = await openWindow([vmWithTree()])
    pointer('pointerdown', 'Width of the hosts pane', 150)
    pointer('pointermove', 'Width of the hosts pane', 170)
    pointer('pointermove', 'Width of the hosts pane', 190)
    await window.settle()
    const before = [widthOf('Width of the hosts pane'), kept()]
    pointer('lostpointercapture', 'Width of the hosts pane', 190)
    await window.settle()
    expect([before, kept()]).toEqual([['190', []], [layout({ sizes: { hosts: 190 } })]])
  })

  it('goes back by a double click to where it was at first', async () => {
    window = await openWindow([vmWithTree()])
    const line = window.get('separator', 'Height of the details pane')
    const atFirst = line.getAttribute('aria-valuenow')
    line.focus()
    await window.press('ArrowUp')
    const moved = line.getAttribute('aria-valuenow')
    line.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
    await window.settle()
    expect([moved === atFirst, line.getAttribute('aria-valuenow'), kept().at(-1)]).toEqual([
      false,
      atFirst,
      layout({}),
    ])
  })

  it('goes as far as it can by Home and End', async () => {
    window = await openWindow([vmWithTree()])
    const line = window.get('separator', 'Width of the hosts pane')
    line.focus()
    await window.press('End')
    const most = line.getAttribute('aria-valuenow') === line.getAttribute('aria-valuemax')
    await window.press('Home')
    expect([most, line.getAttribute('aria-valuenow')]).toEqual([true, line.getAttribute('aria-valuemin')])
  })

  it('stays where it was put when that could not be kept', async () => {
    window = await openWindow([vmWithTree()])
    window.bridge.refuse('settings.change', { code: 'host-lost', message: 'Gone.' })
    window.get('separator', 'Width of the hosts pane').focus()
    await window.press('ArrowRight')
    expect([widthOf('Width of the hosts pane'), window.all('alert')]).toEqual(['166', []])
  })
})

describe('a pane', () => {
  it.each(['Virtual Machines', 'Checkpoints', 'Details', 'Actions'])(
    '%s is folded to its header and back, and that is kept',
    async (name) => {
      window = await openWindow([vmWithTree()])
      const button = window.get('button', `${name} pane`)
      const body = document.getElementById(button.getAttribute('aria-controls') ?? '')
      const states: unknown[] = []
      for (let step = 0; step < 3; step += 1) {
        states.push([button.getAttribute('aria-expanded'), body?.hidden])
        await window.click('button', `${name} pane`)
      }
      expect([states, kept().length]).toEqual([
        [
          ['true', false],
          ['false', true],
          ['true', false],
        ],
        3,
      ])
    },
  )

  it('is as it was left when the window is opened again', async () => {
    window = await openWindow([vmWithTree()])
    const settings = { ...defaultAppSettings, ...layout({ sizes: { hosts: 200 }, collapsed: ['details'] }) }
    window.bridge.emit({ name: 'settings.changed', payload: { settings, problem: null } })
    await window.settle()
    expect([
      widthOf('Width of the hosts pane'),
      window.get('button', 'Details pane').getAttribute('aria-expanded'),
      window.find('separator', 'Height of the details pane'),
    ]).toEqual(['200', 'false', null])
  })

  it('of actions leaves them in a menu when it is folded', async () => {
    window = await openWindow([vmWithTree()])
    const before = window.find('button', 'Actions')
    await window.click('button', 'Actions pane')
    expect([before, window.get('button', 'Actions').getAttribute('aria-haspopup')]).toEqual([null, 'menu'])
  })

  it('of hosts shows its hosts by their icons when it is folded', async () => {
    window = await openWindow([vmWithTree()])
    await window.click('button', 'Hosts pane')
    expect(window.get('region', 'Hosts').textContent).toContain('HV-LAB')
  })
})
