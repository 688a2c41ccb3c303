import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { WindowRequest } from '#contract/desktop'
import { useVms } from '../../renderer/stores/vms.ts'
import { checkpointId, exampleOperation, exampleVm, host, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow
const other = exampleVm(2, { name: 'SQL-PROD', checkpoints: [] })

beforeEach(async () => {
  window = await openWindow([vmWithTree(), other])
})

afterEach(() => {
  window.close()
})

async function ask(payload: WindowRequest): Promise<void> {
  window.bridge.emit({ name: 'window.asked', payload })
  await window.settle()
  await window.settle()
}

function selected(): readonly (string | undefined)[] {
  return window
    .all('row')
    .filter((row) => row.getAttribute('aria-selected') === 'true')
    .map((row) => row.querySelector('[role="gridcell"]')?.textContent.trim())
}

function dialogs(): readonly (string | undefined)[] {
  return window.all('dialog').map((dialog) => dialog.querySelector('h2')?.textContent)
}

function notices(): readonly string[] {
  return window.all('alert').map(({ textContent }) => textContent)
}

describe('What is asked of the window from elsewhere', () => {
  it('selects a machine, also one that the filter hides', async () => {
    await window.type('textbox', 'Filter', 'SQL')
    await ask({ what: 'window', vmId: vmId(1) })
    expect([selected(), (window.get('textbox', 'Filter') as HTMLInputElement).value]).toEqual([
      ['WIN11-TEST'],
      '',
    ])
  })

  it('only shows the window where no machine is named', async () => {
    await ask({ what: 'window', vmId: null })
    expect([selected(), dialogs(), notices()]).toEqual([[], [], []])
  })

  it('asks for the name of a checkpoint, once however often it is asked', async () => {
    await ask({ what: 'checkpoint-named', vmId: vmId(1) })
    await ask({ what: 'checkpoint-named', vmId: vmId(1) })
    const asked = dialogs()
    await window.press('Escape')
    expect([selected(), asked, dialogs()]).toEqual([['WIN11-TEST'], ['Checkpoint Name'], []])
  })

  it('asks before it reverts', async () => {
    await ask({ what: 'revert', vmId: vmId(1) })
    expect([dialogs(), window.bridge.requests]).toEqual([['Revert Virtual Machine'], []])
  })

  it('says why a machine can’t be reverted, and asks nothing', async () => {
    await ask({ what: 'revert', vmId: vmId(2) })
    expect([dialogs(), notices()]).toEqual([
      [],
      ['SQL-PROD: Revert…SQL-PROD has no checkpoint to go back to.'],
    ])
  })

  it('renames a checkpoint in its place in the tree', async () => {
    await ask({ what: 'rename-checkpoint', vmId: vmId(1), checkpointId: checkpointId(3) })
    const box = window.get('textbox', 'New name') as HTMLInputElement
    expect([box.value, document.activeElement === box]).toEqual(['Before KB5049981', true])
  })

  it('renames nothing under a question that is open', async () => {
    await window.press(',', { ctrlKey: true })
    await ask({ what: 'rename-checkpoint', vmId: vmId(1), checkpointId: checkpointId(3) })
    expect([window.find('textbox', 'New name'), notices()]).toEqual([
      null,
      ['WIN11-TEST: Rename…Something else is asked here. Answer that first.'],
    ])
  })

  it('tells again why an operation failed, and shows what it was about', async () => {
    const failed = exampleOperation(1, {
      kind: 'delete-checkpoint',
      checkpointId: checkpointId(3),
      checkpointName: 'Before KB5049981',
      state: 'failed',
      endedAt: '2026-11-21T10:00:09Z',
      error: { code: 'busy', message: 'Something else is using it.' },
    })
    window.bridge.emit({ name: 'operation.changed', payload: failed })
    await window.settle()
    await window.click('button', 'Dismiss')
    await ask({ what: 'operation', operationId: failed.id })
    const item = window.all('treeitem').find((each) => each.getAttribute('aria-selected') === 'true')
    expect([notices(), item?.dataset.key]).toEqual([
      ['WIN11-TEST: Delete Checkpoint “Before KB5049981”Something else is using it.'],
      checkpointId(3),
    ])
  })

  it('selects the machine of an operation that goes on', async () => {
    const running = exampleOperation(1, { vmId: vmId(2), vmName: 'SQL-PROD' })
    window.bridge.emit({ name: 'operation.changed', payload: running })
    await ask({ what: 'operation', operationId: running.id })
    expect([selected(), notices()]).toEqual([['SQL-PROD'], []])
  })

  it('opens health and settings, each once', async () => {
    await ask({ what: 'settings' })
    await ask({ what: 'settings' })
    await window.press('Escape')
    const afterSettings = dialogs()
    await ask({ what: 'health' })
    await ask({ what: 'health' })
    const health = dialogs()
    await window.press('Escape')
    expect([afterSettings, health, dialogs()]).toEqual([[], ['Health of HV-LAB'], []])
  })

  it('shows the machine, and says so, where the checkpoint of a notification is gone since', async () => {
    const taken = exampleOperation(1, {
      vmId: vmId(2),
      vmName: 'SQL-PROD',
      checkpointId: checkpointId(9),
      checkpointName: 'Before updates',
      state: 'done',
      endedAt: '2026-11-21T10:00:09Z',
    })
    window.bridge.emit({ name: 'operation.changed', payload: taken })
    await ask({ what: 'operation', operationId: taken.id })
    expect([selected(), notices()]).toEqual([
      ['SQL-PROD'],
      ['SavepointThat checkpoint of SQL-PROD is no longer there.'],
    ])
  })

  it('shows the machine where the checkpoint that is to be renamed is gone since', async () => {
    await ask({ what: 'rename-checkpoint', vmId: vmId(2), checkpointId: checkpointId(9) })
    expect([selected(), notices()]).toEqual([
      ['SQL-PROD'],
      ['SavepointThat checkpoint of SQL-PROD is no longer there.'],
    ])
  })

  it('says so where the machine of a notification is gone since', async () => {
    const taken = exampleOperation(1, { vmId: vmId(9), state: 'done', endedAt: '2026-11-21T10:00:09Z' })
    window.bridge.emit({ name: 'operation.changed', payload: taken })
    await ask({ what: 'operation', operationId: taken.id })
    expect(notices()).toEqual(['SavepointThat virtual machine is no longer on this host.'])
  })

  it('says nothing of a checkpoint that is gone because it was deleted', async () => {
    const deleted = exampleOperation(1, {
      kind: 'delete-checkpoint',
      checkpointId: checkpointId(9),
      state: 'done',
      endedAt: '2026-11-21T10:00:09Z',
    })
    window.bridge.emit({ name: 'operation.changed', payload: deleted })
    await ask({ what: 'operation', operationId: deleted.id })
    expect(notices()).toEqual([])
  })

  it.each<readonly [WindowRequest, string]>([
    [{ what: 'window', vmId: vmId(9) }, 'That virtual machine is no longer on this host.'],
    [{ what: 'revert', vmId: vmId(9) }, 'That virtual machine is no longer on this host.'],
    [
      { what: 'rename-checkpoint', vmId: vmId(1), checkpointId: checkpointId(9) },
      'That checkpoint of WIN11-TEST is no longer there.',
    ],
    [
      { what: 'operation', operationId: exampleOperation(9).id },
      'That operation is no longer known here. The list shows what is true now.',
    ],
  ])('says that what it is about is gone: %j', async (request, words) => {
    await ask(request)
    expect(notices()).toEqual([`Savepoint${words}`])
  })
})

describe('A window that has only just been opened', () => {
  it('answers when its list is there', async () => {
    useVms().isRead = false
    await ask({ what: 'window', vmId: vmId(3) })
    const before = [selected(), notices()]
    window.bridge.hold({ vms: [exampleVm(3, { name: 'WEB01' })] })
    window.bridge.link()
    await window.settle()
    await window.settle()
    expect({ before, after: [selected(), notices()] }).toEqual({ before: [[], []], after: [['WEB01'], []] })
  })

  it('says why there is no list where the host can’t be reached', async () => {
    useVms().isRead = false
    await ask({ what: 'revert', vmId: vmId(3) })
    const problem = { code: 'service-stopped', message: 'The service has stopped.' } as const
    window.bridge.emit({ name: 'host.changed', payload: { ...host, connection: 'lost', problem } })
    await window.settle()
    expect([dialogs(), notices()]).toEqual([[], ['SavepointThe service has stopped.']])
  })
})
