import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { exampleCheckpoint, exampleOperation, exampleVm, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow
const machines = [1, 2, 3, 4, 5].map((number) => exampleVm(number))

beforeEach(async () => {
  window = await openWindow(machines)
})
afterEach(() => {
  window.close()
})

function row(name: string): HTMLElement {
  const found = window.get('gridcell', name).parentElement
  if (found === null) throw new Error(`No row of ${name}.`)
  return found
}

function selected(): readonly string[] {
  return window
    .all('row')
    .filter((each) => each.getAttribute('aria-selected') === 'true')
    .map((each) => each.querySelector('bdi')?.textContent ?? '')
}

function focused(): string {
  return document.activeElement?.querySelector('bdi')?.textContent ?? ''
}

async function clickWith(name: string, modifiers: MouseEventInit): Promise<void> {
  row(name).dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0, ...modifiers }))
  row(name).focus()
  await window.settle()
}

function actions(title: string): readonly string[] {
  return [...window.get('group', title).querySelectorAll('button')].map(accessibleName)
}

describe('several virtual machines', () => {
  it('are selected by Ctrl and a click, one more and one less', async () => {
    await window.click('gridcell', 'VM-4')
    await clickWith('VM-2', { ctrlKey: true })
    await clickWith('VM-5', { ctrlKey: true })
    const three = selected()
    await clickWith('VM-4', { ctrlKey: true })
    expect([three, selected()]).toEqual([
      ['VM-2', 'VM-4', 'VM-5'],
      ['VM-2', 'VM-5'],
    ])
  })

  it('are selected from one to another by Shift and a click, in both directions', async () => {
    await window.click('gridcell', 'VM-3')
    await clickWith('VM-5', { shiftKey: true })
    const down = selected()
    await clickWith('VM-2', { shiftKey: true })
    expect([down, selected()]).toEqual([
      ['VM-3', 'VM-4', 'VM-5'],
      ['VM-2', 'VM-3'],
    ])
  })

  it('are selected by the keyboard: with Shift and the arrows, with Ctrl and Space, and all by Ctrl+A', async () => {
    await window.click('gridcell', 'VM-1')
    await window.press('ArrowDown', { shiftKey: true })
    const byShift = selected()
    await window.press('ArrowDown', { ctrlKey: true })
    await window.press('ArrowDown', { ctrlKey: true })
    const walked = [selected(), focused()]
    await window.press(' ', { ctrlKey: true })
    const bySpace = selected()
    await window.press('a', { ctrlKey: true })
    expect([byShift, walked, bySpace, selected().length, focused()]).toEqual([
      ['VM-1', 'VM-2'],
      [['VM-1', 'VM-2'], 'VM-4'],
      ['VM-1', 'VM-2', 'VM-4'],
      5,
      'VM-4',
    ])
  })

  it('are one again by a plain click and by a plain arrow', async () => {
    await window.click('gridcell', 'VM-1')
    await window.press('a', { ctrlKey: true })
    await window.press('ArrowDown')
    const byArrow = selected()
    await window.press('a', { ctrlKey: true })
    await window.click('gridcell', 'VM-5')
    expect([byArrow, selected()]).toEqual([['VM-2'], ['VM-5']])
  })

  it('stay selected under the menu that is opened on one of them, and give way to one outside', async () => {
    await window.click('gridcell', 'VM-1')
    await clickWith('VM-2', { shiftKey: true })
    await window.rightClick('gridcell', 'VM-2')
    const within = [selected(), window.find('menu', '2 virtual machines') !== null]
    await window.press('Escape')
    await window.rightClick('gridcell', 'VM-4')
    expect([within, selected()]).toEqual([[['VM-1', 'VM-2'], true], ['VM-4']])
  })

  it('stay selected when the focus comes back to one of them', async () => {
    await window.click('gridcell', 'VM-1')
    await clickWith('VM-2', { shiftKey: true })
    window.get('textbox', 'Filter').focus()
    row('VM-2').focus()
    await window.settle()
    expect(selected()).toEqual(['VM-1', 'VM-2'])
  })

  it('are said to be selectable, and counted where the actions are', async () => {
    await window.click('gridcell', 'VM-1')
    await clickWith('VM-3', { shiftKey: true })
    expect([
      window.get('grid', 'Virtual Machines').getAttribute('aria-multiselectable'),
      actions('3 virtual machines').includes('Checkpoint'),
      actions('3 virtual machines').includes('Revert…'),
    ]).toEqual(['true', true, false])
  })

  it('get a checkpoint each by one command, which belong together', async () => {
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    await window.click('gridcell', 'VM-1')
    await clickWith('VM-2', { shiftKey: true })
    await window.press('Insert')
    const [first] = window.bridge.requests
    const { setId } = first?.input as { readonly setId: string }
    expect(setId).toMatch(/^[0-9a-f-]{36}$/)
    expect(window.bridge.requests).toEqual(
      machines.slice(0, 2).map(({ id }) => ({ name: 'checkpoint.create', input: { vmId: id, setId } })),
    )
  })

  it('stay selected when something is said of them, and are one less when one goes', async () => {
    await window.click('gridcell', 'VM-1')
    await clickWith('VM-3', { shiftKey: true })
    window.bridge.emit({ name: 'vm.changed', payload: exampleVm(1, { state: 'Off' }) })
    await window.settle()
    const changed = selected()
    window.bridge.emit({ name: 'vm.removed', payload: { vmId: exampleVm(3).id } })
    await window.settle()
    expect([changed, selected(), window.find('heading', 'VM-2') !== null]).toEqual([
      ['VM-1', 'VM-2', 'VM-3'],
      ['VM-1', 'VM-2'],
      true,
    ])
  })

  it('are never acted on while the filter hides them', async () => {
    await window.click('gridcell', 'VM-1')
    await window.press('a', { ctrlKey: true })
    await window.type('textbox', 'Filter', 'VM-3')
    await window.type('textbox', 'Filter', '')
    expect(selected()).toEqual(['VM-3'])
  })
})

describe('the filter', () => {
  function status(): string {
    return document.querySelector('[role="search"] [role="status"]')?.textContent ?? ''
  }

  beforeEach(async () => {
    window.close()
    window = await openWindow([
      vmWithTree(),
      exampleVm(2, { notes: 'mail', checkpoints: [exampleCheckpoint(9, { name: 'Clean, too' })] }),
      exampleVm(3),
    ])
  })

  function shown(): readonly string[] {
    return window.all('row').flatMap((each) => each.querySelector('bdi')?.textContent ?? [])
  }

  it('shows machines by their own names and notes and by those of their checkpoints, and says how many', async () => {
    const found: unknown[] = []
    for (const typed of ['mail', 'clean', 'vm-3', 'nowhere', '']) {
      await window.type('textbox', 'Filter', typed)
      found.push([typed, shown(), status()])
    }
    expect(found).toEqual([
      ['mail', ['VM-2'], 'Found: 1 virtual machine, 0 checkpoints'],
      ['clean', ['VM-2', 'WIN11-TEST'], 'Found: 0 virtual machines, 2 checkpoints'],
      ['vm-3', ['VM-3'], 'Found: 1 virtual machine, 0 checkpoints'],
      ['nowhere', [], 'Nothing found'],
      ['', ['VM-2', 'VM-3', 'WIN11-TEST'], ''],
    ])
  })

  it('is reached by Ctrl+F, left downwards, and cleared by Esc', async () => {
    await window.click('gridcell', 'VM-2')
    await window.press('f', { ctrlKey: true })
    await window.type('textbox', 'Filter', 'clean')
    await window.press('ArrowDown')
    const left = focused()
    await window.press('f', { ctrlKey: true })
    await window.press('Escape')
    expect([left, shown().length, document.activeElement?.id]).toEqual(['VM-2', 3, 'filter'])
  })
})
