import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '#contract/model'
import { checkpointId, exampleOperation, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow
const kind = 'change-checkpoint-notes'

beforeEach(async () => {
  window = await openWindow([vmWithTree()])
  window.bridge.answer('checkpoint.changeNotes', operation({ state: 'running' }))
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', 'Office and tools installed')
})

afterEach(() => {
  window.close()
})

function operation(changes: Partial<Operation>): Operation {
  return exampleOperation(1, { kind, checkpointId: checkpointId(2), ...changes })
}

async function end(changes: Partial<Operation>): Promise<void> {
  window.bridge.emit({ name: 'operation.changed', payload: operation(changes) })
  await window.settle()
}

async function write(notes: string): Promise<void> {
  await window.click('button', 'Edit Notes')
  await window.type('textbox', 'Notes', notes)
}

/** As the tree has it after somebody changed the notes. */
function withNotes(notes: string): ReturnType<typeof vmWithTree> {
  const vm = vmWithTree()
  return {
    ...vm,
    checkpoints: vm.checkpoints.map((each) => (each.id === checkpointId(2) ? { ...each, notes } : each)),
  }
}

function box(): HTMLTextAreaElement {
  return window.get('textbox', 'Notes') as HTMLTextAreaElement
}

function said(): readonly string[] {
  return window.all('status').map(({ textContent }) => textContent.trim())
}

describe('the notes of a checkpoint', () => {
  it('are written where they stand, with the cursor in them', async () => {
    await window.click('button', 'Edit Notes')
    expect([box().value, document.activeElement === box()]).toEqual(['Before trying the beta driver', true])
    expect(document.getElementById(box().getAttribute('aria-describedby') ?? '')?.textContent.trim()).toBe(
      'Ctrl+Enter keeps them, Esc gives up.',
    )
  })

  it('are kept by Ctrl+Enter, and the box stays until Hyper-V has them', async () => {
    await write('First line\nSecond line')
    await window.press('Enter', { ctrlKey: true })
    expect(window.bridge.requests).toEqual([
      {
        name: 'checkpoint.changeNotes',
        input: { vmId: vmId(1), checkpointId: checkpointId(2), notes: 'First line\nSecond line' },
      },
    ])
    expect([box().readOnly, said()]).toEqual([true, expect.arrayContaining(['The notes are being kept…'])])
    await end({ state: 'done' })
    expect([window.find('textbox', 'Notes'), document.activeElement]).toEqual([
      null,
      window.get('button', 'Edit Notes'),
    ])
  })

  it('are left as they were by Esc, and the focus goes back to where it came from', async () => {
    await write('Other')
    await window.press('Escape')
    expect([window.bridge.requests, document.activeElement]).toEqual([[], window.get('button', 'Edit Notes')])
  })

  it('are not sent where nothing was changed', async () => {
    await window.click('button', 'Edit Notes')
    await window.click('button', 'Keep')
    expect([window.bridge.requests, window.find('textbox', 'Notes')]).toEqual([[], null])
  })

  it('are not sent where Hyper-V would not take them, and it is said why', async () => {
    await write('x'.repeat(4_001))
    await window.press('Enter', { ctrlKey: true })
    expect([window.bridge.requests, box().getAttribute('aria-invalid'), said()]).toEqual([
      [],
      'true',
      expect.arrayContaining(['Notes have at most 4000 characters; these have 4001.']),
    ])
  })

  it('stay in the box when they are refused, with the reason', async () => {
    window.bridge.refuse('checkpoint.changeNotes', { code: 'busy', message: 'Something else is using it.' })
    await write('Better')
    await window.press('Enter', { ctrlKey: true })
    expect([box().value, box().readOnly, said()]).toEqual([
      'Better',
      false,
      expect.arrayContaining(['Something else is using it.']),
    ])
  })

  it.each([
    ['failed', 'Hyper-V refused it.', 'Hyper-V refused it.'],
    ['unknown', null, 'How this ended is not known. Look at the list: it shows what is true now.'],
  ] as const)('stay in the box when keeping them ends as %s', async (state, message, reason) => {
    await write('Better')
    await window.press('Enter', { ctrlKey: true })
    await end({ state, error: message === null ? null : { code: 'operation-failed', message } })
    expect([box().value, box().readOnly, said()]).toEqual(['Better', false, expect.arrayContaining([reason])])
  })

  it('are still there as they were typed when somebody comes back, who keeps the focus', async () => {
    await write('Half a no')
    await window.click('treeitem', 'Clean install')
    expect(window.find('textbox', 'Notes')).toBeNull()
    await window.click('treeitem', 'Office and tools installed')
    expect([box().value, document.activeElement?.getAttribute('role')]).toEqual(['Half a no', 'treeitem'])
  })

  it('that were changed elsewhere meanwhile are shown, and what is being typed stays', async () => {
    await write('Mine')
    window.bridge.emit({ name: 'vm.changed', payload: withNotes('Theirs') })
    await window.settle()
    expect([box().value, said()]).toEqual([
      'Mine',
      expect.arrayContaining([
        'The notes were changed elsewhere meanwhile. Keeping yours replaces these:Theirs',
      ]),
    ])
  })

  it('that were cleared elsewhere meanwhile are called so', async () => {
    await write('Mine')
    window.bridge.emit({ name: 'vm.changed', payload: withNotes('') })
    await window.settle()
    expect(said()).toContain('The notes were cleared elsewhere meanwhile. Keeping yours brings notes back.')
  })

  it('can’t be changed where the checkpoint is not ours to touch, and it is said why', async () => {
    const vm = vmWithTree()
    const checkpoints = vm.checkpoints.map((each) => ({ ...each, category: 'backup' as const }))
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, checkpoints } })
    await window.settle()
    const edit = window.get('button', 'Edit Notes')
    expect([edit.getAttribute('aria-disabled'), edit.title]).toEqual([
      'true',
      '“Office and tools installed” belongs to a backup program and can’t be renamed here. It goes by itself when the backup ends.',
    ])
    await window.click('button', 'Edit Notes')
    expect(window.find('textbox', 'Notes')).toBeNull()
  })
})
