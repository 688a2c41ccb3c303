import { afterEach, describe, expect, it } from 'vitest'
import type { CheckpointRecord } from '#contract/checkpoint-record'
import { fallbackSentence } from '#contract/fallback-text'
import { exampleRecord } from '../support/example-record.ts'
import { checkpointId, exampleOperation, exampleVm, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

function fellBack(number: number, changes: Partial<CheckpointRecord> = {}): CheckpointRecord {
  return exampleRecord({
    vmId: vmId(1),
    checkpointId: checkpointId(number),
    backupService: 'silent',
    fallback: { event: 'Der Dienst antwortet nicht.', isRead: false },
    ...changes,
  })
}

async function openWith(...records: readonly CheckpointRecord[]): Promise<void> {
  window = await openWindow([exampleVm(2, { name: 'Other' }), vmWithTree()])
  for (const payload of records) window.bridge.emit({ name: 'record.changed', payload })
  await window.settle()
}

function notices(): readonly string[] {
  return window.all('alert').map(({ textContent }) => textContent.replaceAll(/\s+/g, ' ').trim())
}

describe('that production was not possible', () => {
  it('is told with the checkpoint, the reason and the host’s own last word', async () => {
    await openWith(fellBack(3))
    expect(notices()).toEqual([
      expect.stringMatching(
        /^WIN11-TEST: “Before KB5049981” is not a production checkpoint ?A production checkpoint was not possible because the guest’s backup service did not answer, so this is a standard one, with memory\. ?The host’s log says: Der Dienst antwortet nicht\./,
      ),
    ])
  })

  it('stays until somebody says that it was read, and then goes for good', async () => {
    await openWith(fellBack(3))
    window.bridge.answer('record.markRead', {})
    window.get('button', 'Read').click()
    await window.click('button', 'Read')
    expect([notices().length, window.bridge.requests]).toEqual([
      1,
      [{ name: 'record.markRead', input: { checkpointId: checkpointId(3) } }],
    ])
    const payload = fellBack(3, { fallback: { event: null, isRead: true } })
    window.bridge.emit({ name: 'record.changed', payload })
    await window.settle()
    expect(notices()).toEqual([])
  })

  it('is there again after a restart, from what was kept', async () => {
    window = await openWindow([vmWithTree()])
    window.bridge.answer('record.list', [fellBack(3), fellBack(2, { fallback: null })])
    window.bridge.link()
    await window.settle()
    expect(notices()).toEqual([expect.stringContaining('Before KB5049981')])
  })

  it('leads to the checkpoint, past the filter and another machine', async () => {
    await openWith(fellBack(3))
    await window.click('gridcell', 'Other')
    await window.type('textbox', 'Filter', 'Other')
    await window.click('button', 'Show Checkpoint')
    expect([
      document.activeElement?.getAttribute('data-key'),
      document.activeElement?.getAttribute('aria-selected'),
    ]).toEqual([checkpointId(3), 'true'])
  })

  it('is not told a second time by the operation that it came from', async () => {
    await openWith(fellBack(3))
    const operation = exampleOperation(1, { vmId: vmId(1) })
    window.bridge.emit({ name: 'operation.changed', payload: operation })
    window.bridge.emit({
      name: 'operation.changed',
      payload: { ...operation, state: 'done', remark: fallbackSentence(fellBack(3)) },
    })
    await window.settle()
    expect(notices().length).toBe(1)
  })

  it('is told of the three newest first, and of how many there are beside', async () => {
    const days = ['01', '02', '03', '04']
    await openWith(...days.map((day, index) => fellBack(index + 1, { takenAt: `2026-11-${day}T09:00:00Z` })))
    expect([
      notices().map((words) => /“(.*)”/.exec(words)?.[1]),
      window.get('region', 'Notices').textContent,
    ]).toEqual([
      ['Automatic Checkpoint - WIN11-TEST', 'Before KB5049981', 'Office and tools installed'],
      expect.stringContaining('1 more of this kind'),
    ])
  })

  it('is nothing to tell of a checkpoint that is gone', async () => {
    await openWith(fellBack(9))
    expect(notices()).toEqual([])
  })
})

describe('the details of a checkpoint that the app took', () => {
  it('tell what was asked for, by whom, why, and how the machine and its service were then', async () => {
    await openWith(fellBack(3, { reason: 'Patch day', fallback: { event: 'No contact', isRead: true } }))
    await window.click('gridcell', 'WIN11-TEST')
    await window.click('treeitem', 'Before KB5049981')
    const facts = [...window.get('region', 'Before KB5049981').querySelectorAll('dt')].map((term) => [
      term.textContent,
      term.nextElementSibling?.textContent,
    ])
    expect(facts).toEqual(
      expect.arrayContaining([
        ['Kind', 'Standard (production was not possible)'],
        ['Asked for', 'Production, or standard where that fails, by anna'],
        ['Why', 'Patch day'],
        ['State then', 'Running'],
        ['Backup service then', 'Did not answer'],
        ['Host’s log', 'No contact'],
      ]),
    )
  })
})
