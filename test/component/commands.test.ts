import { afterEach, describe, expect, it, vi } from 'vitest'
import type { JobId, Vm } from '#contract/model'
import { exampleCheckpoint, exampleOperation, exampleVm, host, vmId, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

async function openOn(vm: Vm): Promise<void> {
  window = await openWindow([vm])
  await window.click('gridcell', vm.name)
}

function buttonsOf(group: string): readonly HTMLElement[] {
  return [...window.get('group', group).querySelectorAll('button')]
}

function menu(): readonly string[] {
  return window
    .all('menuitem')
    .filter((item) => item.closest('[role="menu"]') !== null)
    .map(accessibleName)
}

/** Each command that can't be used, and the sentence that says why. */
function reasons(group: string): readonly string[] {
  return buttonsOf(group)
    .filter((button) => button.getAttribute('aria-disabled') === 'true')
    .map((button) => `${accessibleName(button)}: ${button.title}`)
}

describe('the menu of a virtual machine has Hyper-V Manager’s order, and what its state allows', () => {
  it.each([
    ['Running', ['Turn Off…', 'Shut Down…', 'Save', 'Pause']],
    ['Off', ['Start']],
    ['Saved', ['Start', 'Turn Off…']],
    ['Paused', ['Turn Off…', 'Save', 'Resume']],
  ] as const)('while it is %s', async (state, power) => {
    await openOn(vmWithTree({ state }))
    await window.rightClick('gridcell', 'WIN11-TEST')
    expect(menu()).toEqual(['Connect…', 'Settings…', ...power, 'Checkpoint', 'Checkpoint…', 'Revert…'])
  })
})

describe('the menu in the tree', () => {
  it('has the commands of a checkpoint', async () => {
    await openOn(vmWithTree())
    await window.rightClick('treeitem', 'Clean install')
    expect(menu()).toEqual([
      'Apply…',
      'Export…',
      'Rename…',
      'Delete Checkpoint…',
      'Delete Checkpoint Subtree…',
    ])
  })

  it('has those of Now on Now, by the keyboard too', async () => {
    await openOn(vmWithTree())
    window.get('treeitem', 'Now').focus()
    await window.press('F10', { shiftKey: true })
    expect(menu()).toEqual(['Checkpoint', 'Revert…'])
  })
})

describe('a command that can’t be used says why', () => {
  it('where the machine is a replica', async () => {
    const vm = exampleVm(1, { name: 'FS01', state: 'Off', replication: 'Replica' })
    await openOn(vm)
    const why =
      'FS01 is a replica that another host keeps up to date. Work on the primary virtual machine instead.'
    expect(reasons('FS01')).toEqual([
      `Checkpoint: ${why}`,
      `Checkpoint…: ${why}`,
      'Revert…: FS01 has no checkpoint to go back to.',
    ])
  })

  it('where a checkpoint belongs to a backup program', async () => {
    const backup = exampleCheckpoint(1, { name: 'Backup', category: 'backup' })
    await openOn(exampleVm(1, { checkpoints: [backup] }))
    await window.click('treeitem', 'Backup')
    expect(reasons('Backup').map((reason) => reason.split(' here.')[0])).toEqual([
      'Apply…: “Backup” belongs to a backup program and can’t be applied',
      'Export…: “Backup” belongs to a backup program and can’t be exported',
      'Rename…: “Backup” belongs to a backup program and can’t be renamed',
      'Delete Checkpoint…: “Backup” belongs to a backup program and can’t be deleted',
      'Delete Checkpoint Subtree…: “Backup” belongs to a backup program and can’t be deleted',
    ])
  })

  it('where the host can’t be reached, and does nothing when it is pressed all the same', async () => {
    await openOn(vmWithTree())
    const problem = { code: 'service-stopped', message: 'Start it: Start-Service vmms' } as const
    window.bridge.emit({ name: 'host.changed', payload: { ...host, connection: 'lost', problem } })
    await window.settle()
    await window.click('button', 'Checkpoint')
    await window.press('Insert')
    expect({ reason: window.get('button', 'Checkpoint').title, sent: window.bridge.requests }).toEqual({
      reason: problem.message,
      sent: [],
    })
  })
})

describe('Checkpoint', () => {
  it('is taken at once, and once for a double click', async () => {
    await openOn(vmWithTree())
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    const button = window.get('button', 'Checkpoint')
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 1 }))
    await window.settle()
    button.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 2 }))
    await window.settle()
    expect(window.bridge.requests).toEqual([{ name: 'checkpoint.create', input: { vmId: vmId(1) } }])
  })

  it('is asked for once while the answer is awaited, and never by a key that is held down', async () => {
    await openOn(vmWithTree())
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    const answer = window.bridge.delay('checkpoint.create')
    await window.press('n', { ctrlKey: true })
    await window.press('Insert')
    answer()
    await window.settle()
    await window.press('Insert', { repeat: true })
    expect(window.bridge.requests.length).toBe(1)
  })

  it('that is refused is told in a notice, with the machine’s name and what was asked', async () => {
    await openOn(vmWithTree())
    window.bridge.refuse('checkpoint.create', { code: 'busy', message: 'Something else is using it.' })
    await window.click('button', 'Checkpoint')
    const told = window.all('alert').map((alert) => alert.textContent)
    await window.click('button', 'Dismiss')
    expect([told, window.all('alert')]).toEqual([['WIN11-TEST: CheckpointSomething else is using it.'], []])
  })
})

describe('keys', () => {
  it.each([
    ['Delete', {}, 'Delete Checkpoint'],
    ['Delete', { shiftKey: true }, 'Delete Checkpoint Subtree'],
    ['e', { ctrlKey: true }, 'Revert Virtual Machine'],
    ['N', { ctrlKey: true, shiftKey: true }, 'Checkpoint Name'],
    ['Insert', { shiftKey: true }, 'Checkpoint Name'],
    ['?', {}, 'Keyboard Shortcuts'],
  ])('%s %o opens %s, and Esc closes it', async (key, modifiers, title) => {
    await openOn(vmWithTree())
    await window.click('treeitem', 'Clean install')
    await window.press(key, modifiers)
    const opened = window.all('dialog').map(accessibleName)
    await window.press('Escape')
    expect([opened, window.all('dialog')]).toEqual([[title], []])
  })

  it('belong to the text box while one is typing', async () => {
    await openOn(vmWithTree())
    await window.click('treeitem', 'Clean install')
    await window.press('f', { ctrlKey: true })
    const focused = document.activeElement?.id
    await window.press('Delete')
    expect([focused, window.all('dialog')]).toEqual(['filter', []])
  })

  it('a double click on a checkpoint does nothing but select it', async () => {
    await openOn(vmWithTree())
    const row = window.get('treeitem', 'Clean install')
    await window.click('treeitem', 'Clean install')
    row.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, detail: 2 }))
    await window.settle()
    expect({
      dialogs: window.all('dialog'),
      sent: window.bridge.requests,
      selected: row.getAttribute('aria-selected'),
      open: row.getAttribute('aria-expanded'),
    }).toEqual({ dialogs: [], sent: [], selected: 'true', open: 'true' })
  })
})

describe('Connect…', () => {
  it('opens Hyper-V’s own window on the screen of the machine', async () => {
    await openOn(exampleVm(1))
    window.bridge.answer('vm.connect', {})
    await window.rightClick('gridcell', 'VM-1')
    await window.click('menuitem', 'Connect…')
    expect(window.bridge.requests).toEqual([{ name: 'vm.connect', input: { vmId: exampleVm(1).id } }])
  })

  it('is what a double click on the machine means', async () => {
    await openOn(exampleVm(1))
    window.bridge.answer('vm.connect', {})
    document
      .querySelector('[role=row][data-id]')
      ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
    await vi.waitFor(() => {
      expect(window.bridge.requests.map(({ name }) => name)).toContain('vm.connect')
    })
  })

  it('says why not in a notice, where neither Enter nor a double click could show it otherwise', async () => {
    await openOn(exampleVm(1))
    window.bridge.emit({ name: 'host.changed', payload: { ...host, kind: 'demo' } })
    await window.settle()
    await window.press('Enter')
    const told = (): readonly string[] => window.all('alert').map((alert) => alert.textContent)
    const byKey = told()
    await window.click('button', 'Dismiss')
    document
      .querySelector('[role=row][data-id]')
      ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
    await window.settle()
    const why = ['VM-1: Connect…The demo host’s machines have no screen that could be opened.']
    expect([byKey, told(), window.bridge.requests]).toEqual([why, why, []])
  })
})

describe('what Hyper-V is doing with a machine', () => {
  const job = { id: '00000000-0000-4000-8000-00000000000b' as JobId, isCancellable: true }
  const exporting = exampleVm(1, { activity: { kind: 'exporting', percent: 40, job } })

  it('can be cancelled from the menu and the Actions pane, by the words of what it is', async () => {
    await openOn(exporting)
    window.bridge.answer('vm.cancelActivity', {})
    await window.rightClick('gridcell', 'VM-1')
    const inMenu = menu().find((label) => label.startsWith('Cancel'))
    const inPane = buttonsOf('VM-1').map(accessibleName)
    await window.click('menuitem', 'Cancel Exporting')
    expect([inMenu, inPane.filter((name) => name.startsWith('Cancel')), window.bridge.requests]).toEqual([
      'Cancel Exporting',
      ['Cancel Exporting'],
      [{ name: 'vm.cancelActivity', input: { vmId: exporting.id, jobId: job.id } }],
    ])
  })

  it('is asked for once on a double click', async () => {
    await openOn(exporting)
    window.bridge.answer('vm.cancelActivity', {})
    const release = window.bridge.delay('vm.cancelActivity')
    await window.click('button', 'Cancel Exporting')
    await window.click('button', 'Cancel Exporting')
    release()
    await window.settle()
    expect(window.bridge.requests).toHaveLength(1)
  })

  it.each([
    ['is no longer done', null],
    [
      'does not let itself be cancelled',
      { kind: 'exporting', percent: 40, job: { ...job, isCancellable: false } },
    ],
    ['is a job that nobody knows', { kind: 'exporting', percent: 40, job: null }],
    ['is a move', { kind: 'moving', percent: null, job }],
  ] as const)('offers no cancelling where it %s', async (_why, activity) => {
    await openOn({ ...exporting, activity })
    expect(
      buttonsOf('VM-1')
        .map(accessibleName)
        .filter((name) => name.startsWith('Cancel')),
    ).toEqual([])
  })

  it('says why it could not be cancelled', async () => {
    await openOn(exporting)
    const message = 'Hyper-V does not let this be cancelled now.'
    window.bridge.refuse('vm.cancelActivity', { code: 'not-allowed', message })
    window.bridge.answer('vm.cancelActivity', {})
    await window.click('button', 'Cancel Exporting')
    expect(window.all('alert').map((notice) => notice.querySelector('p')?.textContent)).toEqual([message])
  })

  it('ends without a notice once it is cancelled', async () => {
    await openOn(exporting)
    const running = exampleOperation(1, { kind: 'export-checkpoint', vmName: 'VM-1', state: 'running' })
    const error = { code: 'cancelled', message: 'This was cancelled before it was finished.' } as const
    window.bridge.emit({ name: 'operation.changed', payload: running })
    window.bridge.emit({ name: 'operation.changed', payload: { ...running, state: 'failed', error } })
    window.bridge.emit({ name: 'vm.changed', payload: { ...exporting, activity: null } })
    await window.settle()
    expect([window.all('alert'), window.get('status', 'VM-1: Cancelled.').textContent]).toEqual([
      [],
      'VM-1: Cancelled.',
    ])
  })
})
