import { afterEach, describe, expect, it } from 'vitest'
import { exampleCheckpoint, exampleOperation, exampleVm, vmId, vmWithTree } from './support/examples.ts'
import { accessibleName, openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

function statusOf(vm: string): string {
  return window.get('gridcell', vm).parentElement?.querySelector('.status')?.textContent.trim() ?? ''
}

describe('the list of virtual machines', () => {
  it('has Hyper-V Manager’s columns, and ours after them', async () => {
    window = await openWindow([vmWithTree()])
    expect(window.all('columnheader').map(accessibleName)).toEqual([
      'Name',
      'State',
      'CPU Usage',
      'Assigned Memory',
      'Uptime',
      'Status',
      'Checkpoints',
      'Newest',
    ])
  })

  it('leaves the figures of a machine that is off blank', async () => {
    const load = { cpuUsage: null, memoryAssigned: null, uptime: null }
    window = await openWindow([exampleVm(1, { state: 'Off', load })])
    expect(window.all('gridcell').map(accessibleName)).toEqual(['VM-1', 'Off', '', '', '', '', '–', ''])
  })

  it('says what is being done with a machine and how far it is', async () => {
    window = await openWindow([
      exampleVm(1),
      exampleVm(2, { activity: { kind: 'merging-disks', percent: 71, job: null } }),
      exampleVm(3),
      exampleVm(4, { activity: { kind: 'backing-up', percent: null, job: null } }),
      exampleVm(5, { isCritical: true }),
    ])
    const operation = { name: 'operation.changed' } as const
    window.bridge.emit({ ...operation, payload: exampleOperation(1, { percent: 43 }) })
    window.bridge.emit({ ...operation, payload: exampleOperation(2, { state: 'queued', kind: 'revert' }) })
    window.bridge.emit({
      ...operation,
      payload: exampleOperation(3, { vmId: vmId(3), kind: 'export-checkpoint', state: 'queued' }),
    })
    await window.settle()
    expect([1, 2, 3, 4, 5].map((number) => statusOf(`VM-${String(number)}`))).toEqual([
      'Creating checkpoint (43%)',
      'Merging disks (71%)',
      'Waiting: export',
      'Backing up',
      'Storage critical',
    ])
  })

  it('says of a checkpoint that it is deleted, and how far its disks are merged', async () => {
    window = await openWindow([exampleVm(1), exampleVm(2)])
    const deleting = { kind: 'delete-checkpoint', state: 'merging', percent: 43 } as const
    window.bridge.emit({ name: 'operation.changed', payload: exampleOperation(1, deleting) })
    await window.settle()
    expect(statusOf('VM-1')).toBe('Deleted, merging (43%)')
  })

  it('says that something failed until the notice about it is dismissed', async () => {
    window = await openWindow([vmWithTree()])
    window.bridge.emit({
      name: 'operation.changed',
      payload: exampleOperation(1, { kind: 'apply-checkpoint', state: 'failed' }),
    })
    await window.settle()
    const before = statusOf('WIN11-TEST')
    await window.click('button', 'Dismiss')
    expect([before, statusOf('WIN11-TEST')]).toEqual(['Apply failed', ''])
  })

  it('draws only what can be seen of very many, and reaches the last by one key', async () => {
    window = await openWindow(Array.from({ length: 1_024 }, (_, index) => exampleVm(index + 1)))
    await window.click('gridcell', 'VM-1')
    const drawn = window.all('row').length
    await window.press('End')
    expect([drawn < 100, window.get('gridcell', 'VM-1024').parentElement === document.activeElement]).toEqual(
      [true, true],
    )
  })

  it('is narrowed by the filter, and says so where nothing is left', async () => {
    window = await openWindow([exampleVm(1), exampleVm(2), vmWithTree({ id: vmId(3) })])
    await window.type('textbox', 'Filter', 'win11')
    const left = window.all('gridcell').map(accessibleName)[0]
    await window.type('textbox', 'Filter', 'nothing')
    const none = window.get('grid', 'Virtual Machines').textContent
    await window.click('button', 'Clear the filter')
    expect([left, none, window.all('row').length]).toEqual([
      'WIN11-TEST',
      expect.stringContaining('No virtual machine or checkpoint has “nothing” in its name or notes.'),
      4,
    ])
  })

  it('is ordered by a column, and the other way round by the same again', async () => {
    window = await openWindow([exampleVm(1), exampleVm(2, { checkpoints: [exampleCheckpoint(1)] })])
    const names = (): readonly string[] =>
      window
        .all('gridcell')
        .map(accessibleName)
        .filter((name) => name.startsWith('VM-'))
    const byName = names()
    await window.click('button', 'Checkpoints')
    const byCheckpoints = names()
    await window.click('button', 'Checkpoints')
    expect([byName, byCheckpoints, names()]).toEqual([
      ['VM-1', 'VM-2'],
      ['VM-1', 'VM-2'],
      ['VM-2', 'VM-1'],
    ])
  })
})
