import { afterEach, describe, expect, it } from 'vitest'
import { exampleOperation, vmId, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

async function openOn(checkpoint: string, command: string): Promise<void> {
  window = await openWindow([vmWithTree()])
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', checkpoint)
  await window.click('button', command)
}

/** Those that answer, and not what leads to more words. */
function buttons(): readonly string[] {
  const [dialog] = window.all('dialog')
  return [...(dialog?.querySelectorAll('footer button') ?? [])].map((each) =>
    accessibleName(each as HTMLElement),
  )
}

function linesOf(picture: string): readonly string[] {
  return [...window.get('region', picture).querySelectorAll('li')].map((line) => line.textContent.trim())
}

describe('a dialog that loses something', () => {
  it.each([
    ['Apply…', 'Apply Checkpoint', ['Create Checkpoint and Apply', 'Apply', 'Cancel']],
    ['Revert…', 'Revert Virtual Machine', ['Create Checkpoint and Revert', 'Revert', 'Cancel']],
    ['Delete Checkpoint…', 'Delete Checkpoint', ['Delete', "Don't Delete"]],
    ['Delete Checkpoint Subtree…', 'Delete Checkpoint Subtree', ['Delete', "Don't Delete"]],
    ['Turn Off…', 'Turn Off', ['Turn Off', "Don't Turn Off"]],
    ['Shut Down…', 'Shut Down', ['Shut Down', "Don't Shut Down"]],
  ])('%s has its title and buttons, and the safe one has the focus', async (command, title, labels) => {
    await openOn('Clean install', command)
    const safe = labels.find((label) => label.startsWith('Create') || label.startsWith("Don't"))
    expect({
      title: window.all('dialog').map(accessibleName),
      buttons: buttons(),
      focused: document.activeElement?.textContent.trim(),
    }).toEqual({ title: [title], buttons: labels, focused: safe })
  })

  it('shows where Now goes, what is lost and what the machine will be doing', async () => {
    await openOn('Clean install', 'Apply…')
    expect({ before: linesOf('Now'), after: linesOf('Afterwards') }).toEqual({
      before: ['Clean install', 'Office and tools installed', 'Now'],
      after: ['Clean install', 'Now, off', 'Office and tools installed', 'the state of now, kept'],
    })
    expect(window.get('dialog', 'Apply Checkpoint').textContent).toContain(
      'Without a checkpoint first, everything since Office and tools installed is lost.',
    )
  })

  it('says of an old checkpoint what going back means to others, and leads to the page about it', async () => {
    await openOn('Clean install', 'Apply…')
    expect(window.get('dialog', 'Apply Checkpoint').textContent).toMatch(
      /It is \d+ days old, and other computers have gone on since/,
    )
    await window.click('button', 'When not to go back')
    await expect.poll(() => window.find('dialog', 'Help')).not.toBeNull()
    expect(window.get('dialog', 'Help').querySelector('article')?.getAttribute('aria-label')).toBe(
      'When not to',
    )
  })

  it('says that the state of now is lost when the button without a checkpoint has the focus', async () => {
    await openOn('Clean install', 'Apply…')
    window.get('button', 'Apply').focus()
    await window.settle()
    expect(window.get('region', 'Afterwards').textContent).toContain('the state of now, lost')
  })

  it('marks every checkpoint that goes with a subtree, by a word too', async () => {
    await openOn('Office and tools installed', 'Delete Checkpoint Subtree…')
    expect({ before: linesOf('Now'), after: linesOf('Afterwards') }).toEqual({
      before: ['Clean install', 'Office and tools installed, goes', 'Now', 'Before KB5049981, goes'],
      after: ['Clean install', 'Now'],
    })
    expect(window.get('dialog', 'Delete Checkpoint Subtree').textContent).toContain('2 checkpoints go.')
  })

  it('can’t keep the state of now where no checkpoint can be taken, says why, and has Cancel in focus', async () => {
    window = await openWindow([
      vmWithTree({ policy: { type: 'Disabled', automatic: false, location: 'D:\\' } }),
    ])
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Clean install')
    await window.click('button', 'Apply…')
    const keep = window.get('button', 'Create Checkpoint and Apply') as HTMLButtonElement
    expect({ isDisabled: keep.disabled, focused: document.activeElement?.textContent.trim() }).toEqual({
      isDisabled: true,
      focused: 'Cancel',
    })
    expect(window.get('dialog', 'Apply Checkpoint').textContent).toContain(
      'A checkpoint can’t be taken first. Checkpoints are turned off for WIN11-TEST.',
    )
  })
})

describe('sending from a dialog', () => {
  it('sends once however often the button is pressed, and closes when it was accepted', async () => {
    await openOn('Clean install', 'Delete Checkpoint…')
    window.bridge.answer('checkpoint.delete', exampleOperation(1, { kind: 'delete-checkpoint' }))
    const answer = window.bridge.delay('checkpoint.delete')
    const button = window.get('button', 'Delete') as HTMLButtonElement
    button.click()
    button.click()
    await window.settle()
    expect({
      requests: window.bridge.requests.length,
      isDisabled: button.getAttribute('aria-disabled'),
    }).toEqual({
      requests: 1,
      isDisabled: 'true',
    })
    answer()
    await window.settle()
    expect(window.all('dialog')).toEqual([])
  })

  it('closes without a word where what was deleted has gone before the answer came', async () => {
    await openOn('Before KB5049981', 'Delete Checkpoint…')
    window.bridge.answer('checkpoint.delete', exampleOperation(1, { kind: 'delete-checkpoint' }))
    const answer = window.bridge.delay('checkpoint.delete')
    await window.click('button', 'Delete')
    const vm = vmWithTree()
    window.bridge.emit({
      name: 'vm.changed',
      payload: { ...vm, checkpoints: vm.checkpoints.filter(({ name }) => name !== 'Before KB5049981') },
    })
    await window.settle()
    const meanwhile = window.all('dialog').map(accessibleName)
    answer()
    await window.settle()
    expect({ meanwhile, afterwards: window.all('dialog') }).toEqual({
      meanwhile: ['Delete Checkpoint'],
      afterwards: [],
    })
  })

  it('stays open with what was typed where it was refused, and shows the host’s own words', async () => {
    await openOn('Clean install', 'Export…')
    window.bridge.refuse('checkpoint.export', {
      code: 'folder-missing',
      message: 'This folder is not there.',
      detail: '0x80070003',
    })
    await window.type('textbox', 'Location', 'D:\\Nowhere')
    await window.click('button', 'Export')
    expect({
      sent: window.bridge.requests.map(({ input }) => input),
      typed: (window.get('textbox', 'Location') as HTMLInputElement).value,
      alert: window.all('alert').map(accessibleName),
    }).toEqual({
      sent: [{ vmId: vmId(1), checkpointId: vmWithTree().checkpoints[0]?.id, folder: 'D:\\Nowhere' }],
      typed: 'D:\\Nowhere',
      alert: ['This folder is not there.0x80070003'],
    })
  })

  it('says so where what it asks about has gone meanwhile', async () => {
    await openOn('Before KB5049981', 'Delete Checkpoint…')
    const vm = vmWithTree()
    window.bridge.emit({
      name: 'vm.changed',
      payload: { ...vm, checkpoints: vm.checkpoints.filter(({ name }) => name !== 'Before KB5049981') },
    })
    await window.settle()
    expect(window.all('dialog').map((dialog) => dialog.textContent)).toEqual([
      expect.stringContaining('It is no longer there'),
    ])
  })
})

describe('the focus', () => {
  it('goes back to where one worked, though the dialog was opened from a menu that is gone', async () => {
    window = await openWindow([vmWithTree()])
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Clean install')
    await window.rightClick('treeitem', 'Clean install')
    await window.click('menuitem', 'Export…')
    const title = window.all('dialog').map(accessibleName)
    await window.press('Escape')
    expect([title, document.activeElement === window.get('treeitem', 'Clean install')]).toEqual([
      ['Export Virtual Machine'],
      true,
    ])
  })
})

describe('Checkpoint Name', () => {
  it('says what is wrong with a name as it is typed, and sends name and notes', async () => {
    await openOn('Clean install', 'Checkpoint…')
    await window.type('textbox', 'Name', 'two\u2028lines')
    const problem = window.get('dialog', 'Checkpoint Name').textContent
    await window.type('textbox', 'Name', 'Before “the” $(update)')
    await window.type('textbox', 'Notes', 'Until Friday')
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    document.querySelector('form')?.requestSubmit()
    await window.settle()
    expect({ problem, sent: window.bridge.requests.map(({ input }) => input) }).toEqual({
      problem: expect.stringContaining('one line') as string,
      sent: [{ vmId: vmId(1), name: 'Before “the” $(update)', notes: 'Until Friday' }],
    })
  })
})
