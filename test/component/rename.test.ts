import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkpointId, exampleOperation, exampleVm, vmId, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

beforeEach(async () => {
  window = await openWindow([vmWithTree()])
  window.bridge.answer('checkpoint.rename', exampleOperation(1, { kind: 'rename-checkpoint' }))
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', 'Clean install')
  await window.press('F2')
})

afterEach(() => {
  window.close()
})

function box(): HTMLInputElement {
  return window.get('textbox', 'New name') as HTMLInputElement
}

describe('renaming in the tree', () => {
  it('begins with the whole name selected', () => {
    const { value, selectionStart, selectionEnd } = box()
    expect([value, selectionStart, selectionEnd, document.activeElement === box()]).toEqual([
      'Clean install',
      0,
      'Clean install'.length,
      true,
    ])
  })

  it('keeps the name on Enter, as it was typed, and gives the focus back to the row', async () => {
    await window.type('textbox', 'New name', ' “Clean” $(install) ')
    await window.press('Enter')
    expect({
      sent: window.bridge.requests,
      focused: document.activeElement?.getAttribute('role'),
    }).toEqual({
      sent: [
        {
          name: 'checkpoint.rename',
          input: { vmId: vmId(1), checkpointId: checkpointId(1), name: ' “Clean” $(install) ' },
        },
      ],
      focused: 'treeitem',
    })
  })

  it('leaves the name as it was on Esc', async () => {
    await window.type('textbox', 'New name', 'Other')
    await window.press('Escape')
    expect([window.bridge.requests, window.find('textbox', 'New name')]).toEqual([[], null])
  })

  it('asks for nothing where the name was not changed', async () => {
    await window.press('Enter')
    expect([window.bridge.requests, window.find('textbox', 'New name')]).toEqual([[], null])
  })

  it('says under the box what is wrong with a name, and sends none', async () => {
    await window.type('textbox', 'New name', '   ')
    await window.press('Enter')
    expect([window.bridge.requests, window.all('alert').map(accessibleName), box().value]).toEqual([
      [],
      ['A checkpoint needs a name: type at least one letter.'],
      '   ',
    ])
  })

  it('shows a refusal under the box and keeps what was typed', async () => {
    window.bridge.refuse('checkpoint.rename', { code: 'busy', message: 'Something else is using it.' })
    await window.type('textbox', 'New name', 'Better')
    await window.press('Enter')
    expect([window.all('alert').map(accessibleName), box().value]).toEqual([
      ['Something else is using it.'],
      'Better',
    ])
  })

  it('keeps what is being typed when the machine changes meanwhile', async () => {
    await window.type('textbox', 'New name', 'Half a na')
    window.bridge.emit({ name: 'vm.changed', payload: vmWithTree({ state: 'Off' }) })
    await window.settle()
    expect(box().value).toBe('Half a na')
  })

  it('keeps the name of whoever goes elsewhere', async () => {
    await window.type('textbox', 'New name', 'Better')
    await window.click('treeitem', 'Before KB5049981')
    expect([
      window.bridge.requests.map(({ input }) => (input as { name: string }).name),
      window.find('textbox', 'New name'),
    ]).toEqual([['Better'], null])
  })

  it('keeps a name that can’t be used in its box, with the reason, while one goes elsewhere', async () => {
    await window.type('textbox', 'New name', ' ')
    await window.click('treeitem', 'Before KB5049981')
    expect([box().value, window.all('alert').map(accessibleName), window.bridge.requests]).toEqual([
      ' ',
      ['A checkpoint needs a name: type at least one letter.'],
      [],
    ])
    expect(window.get('treeitem', 'Before KB5049981').getAttribute('aria-selected')).toBe('true')
  })

  it('says in a notice what was refused after another machine was selected', async () => {
    window.close()
    window = await openWindow([vmWithTree(), exampleVm(2)])
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Clean install')
    await window.press('F2')
    await window.type('textbox', 'New name', 'Better')
    window.bridge.refuse('checkpoint.rename', { code: 'busy', message: 'Something else is using it.' })
    await window.click('gridcell', 'VM-2')
    expect(window.get('region', 'Notices').textContent).toContain('Something else is using it.')
  })
})
