import { afterEach, describe, expect, it } from 'vitest'
import type { Vm } from '#contract/model'
import type { Readiness } from '#contract/readiness'
import { useReadiness } from '../../renderer/stores/readiness.ts'
import { exampleReadiness } from '../support/example-readiness.ts'
import { exampleOperation, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

async function openOn(
  command: string,
  readiness: Partial<Readiness> = {},
  changes: Partial<Vm> = {},
): Promise<void> {
  window = await openWindow([vmWithTree(changes)])
  window.bridge.answer('vm.readiness', exampleReadiness({ vmId: vmId(1), ...readiness }))
  await window.click('gridcell', 'WIN11-TEST')
  await useReadiness().want(vmId(1), vmWithTree(changes))
  await window.settle()
  await window.click('button', command)
}

const withPolicy = (type: Vm['policy']['type']): Partial<Vm> => ({
  policy: { type, automatic: false, location: 'D:\\' },
})

function words(): string {
  return window.all('dialog')[0]?.textContent.replaceAll(/\s+/g, ' ') ?? ''
}

/** What stands beside a kind, as it is heard with it. */
function described(kind: string): string {
  const id = window.get('radio', kind).getAttribute('aria-describedby') ?? ''
  return document.getElementById(id)?.textContent.trim() ?? ''
}

function sentence(): string {
  return window.all('dialog')[0]?.querySelector('[role=status]')?.textContent.trim() ?? ''
}

async function choose(kind: string): Promise<void> {
  const radio = window.get('radio', kind) as HTMLInputElement
  radio.checked = true
  radio.dispatchEvent(new Event('change', { bubbles: true }))
  await window.settle()
}

function takeButton(): HTMLElement | null {
  return document.querySelector('[role=dialog] [type=submit]')
}

describe('the kind of one checkpoint', () => {
  it('has beside each choice what it would be, and tells what follows from the one that is chosen', async () => {
    await openOn('Checkpoint…', { backupService: 'absent' })
    expect(['As set for this virtual machine', 'Production', 'Standard'].map(described)).toEqual([
      'Standard, because the guest has no backup service',
      'Standard, because the guest has no backup service',
      'Standard, with memory',
    ])
    expect(sentence()).toContain('and not a production one, because the guest has no backup service')
    await choose('Standard')
    expect(sentence()).toContain('This will be a standard checkpoint. It holds the memory too')
  })

  it('is sent only where it is not as set, and it is said that the setting is put back', async () => {
    await openOn('Checkpoint…')
    const before = words()
    await window.type('textbox', 'Name', 'Before the update')
    await window.type('textbox', 'Reason', 'KB5049981')
    await choose('Standard')
    const after = words()
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    document.querySelector('form')?.requestSubmit()
    await window.settle()
    expect([before, after]).toEqual([
      expect.stringContaining('The setting of the virtual machine is not touched.'),
      expect.stringContaining('the machine’s setting is put back afterwards'),
    ])
    expect(window.bridge.requests.map(({ input }) => input)).toEqual([
      { vmId: vmId(1), name: 'Before the update', reason: 'KB5049981', type: 'Standard' },
    ])
  })

  it('that is refused can’t be sent, and another can', async () => {
    await openOn('Checkpoint…', {}, { ...withPolicy('ProductionOnly'), state: 'Saved' })
    await window.type('textbox', 'Name', 'While it is saved')
    const isRefused = takeButton()?.getAttribute('aria-disabled')
    document.querySelector('form')?.requestSubmit()
    await window.settle()
    const sentBefore = window.bridge.requests.length
    await choose('Standard')
    window.bridge.answer('checkpoint.create', exampleOperation(1))
    document.querySelector('form')?.requestSubmit()
    await window.settle()
    expect([isRefused, sentBefore, window.bridge.requests.length]).toEqual(['true', 0, 1])
  })

  it('has the remedy beside its refusal, and changes with the machine while it is asked for', async () => {
    const vm = vmWithTree({ ...withPolicy('ProductionOnly'), state: 'Saved' })
    await openOn('Checkpoint…', {}, vm)
    const dialog = window.all('dialog')[0]
    const remedies = (): readonly string[] =>
      [...(dialog?.querySelectorAll('.remedies button') ?? [])].map(({ textContent }) => textContent.trim())
    const before = remedies()
    window.bridge.emit({ name: 'vm.changed', payload: { ...vm, ...withPolicy('Production') } })
    await window.settle()
    expect([before, remedies(), sentence()]).toEqual([
      ['Allow Standard Checkpoints'],
      [],
      expect.stringContaining('because the virtual machine is saved'),
    ])
  })

  it('takes no reason that is longer than it can be kept', async () => {
    await openOn('Checkpoint…')
    await window.type('textbox', 'Name', 'A')
    await window.type('textbox', 'Reason', 'x'.repeat(201))
    document.querySelector('form')?.requestSubmit()
    await window.settle()
    expect([words(), window.bridge.requests]).toEqual([
      expect.stringContaining('A reason has at most 200 characters; this one has 201.'),
      [],
    ])
  })
})

describe('the state that is kept before going back', () => {
  it.each(['Apply…', 'Revert…'])('%s says what it will be kept as', async (command) => {
    window = await openWindow([vmWithTree()])
    window.bridge.answer('vm.readiness', exampleReadiness({ vmId: vmId(1), backupService: 'silent' }))
    await window.click('gridcell', 'WIN11-TEST')
    await useReadiness().want(vmId(1), vmWithTree())
    await window.click('treeitem', 'Clean install')
    await window.click('button', command)
    expect(words()).toContain(
      'the state of now is: Standard, because the guest’s backup service does not answer',
    )
  })

  it('can’t be kept where only the host knows why, and that is said', async () => {
    await openOn('Revert…', { hasGpuPartition: true })
    const keep = window.get('button', 'Create Checkpoint and Revert') as HTMLButtonElement
    expect([keep.disabled, words()]).toEqual([
      true,
      expect.stringContaining('A checkpoint can’t be taken first. WIN11-TEST has a GPU partition'),
    ])
  })
})
