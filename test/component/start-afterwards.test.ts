import { afterEach, describe, expect, it } from 'vitest'
import type { Operation, Vm } from '#contract/model'
import { checkpointId, exampleOperation, vmId, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

const tick = 'Start it afterwards'
let window: OpenWindow

afterEach(() => {
  window.close()
})

async function openOn(checkpoint: string, command: string, vm: Vm = vmWithTree()): Promise<void> {
  window = await openWindow([vm])
  for (const name of ['checkpoint.apply', 'vm.revert']) window.bridge.answer(name, applying())
  window.bridge.answer('vm.start', exampleOperation(2, { kind: 'start' }))
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', checkpoint)
  await window.click('button', command)
}

function applying(changes: Partial<Operation> = {}): Operation {
  return exampleOperation(1, { kind: 'apply-checkpoint', checkpointId: checkpointId(1), ...changes })
}

async function say(operation: Operation): Promise<void> {
  window.bridge.emit({ name: 'operation.changed', payload: operation })
  await window.settle()
}

function sent(): readonly string[] {
  return window.bridge.requests.map(({ name }) => name)
}

const endedAt = '2026-11-21T10:01:00Z'
const done = applying({ state: 'done', endedAt })

describe('starting a machine that going back leaves off', () => {
  it('is not chosen at first, and shown beside the words that it will be off', async () => {
    await openOn('Clean install', 'Apply…')
    const box = window.get('checkbox', tick) as HTMLInputElement
    const before = box.checked
    box.click()
    await window.settle()
    expect({ before, after: window.get('region', 'Afterwards').textContent }).toEqual({
      before: false,
      after: expect.stringContaining('Now, started') as unknown,
    })
  })

  it.each([
    ['brings back memory', true],
    ['may bring back memory or not', null],
  ])('is not offered where the checkpoint %s', async (_why, isSaved) => {
    const vm = vmWithTree()
    const checkpoints = vm.checkpoints.map((each) => ({ ...each, isSaved }))
    await openOn('Clean install', 'Apply…', { ...vm, checkpoints })
    expect({ isAsked: window.all('dialog').length, tick: window.find('checkbox', tick) }).toEqual({
      isAsked: 1,
      tick: null,
    })
  })

  it('is done once the checkpoint is applied, and not before', async () => {
    await openOn('Clean install', 'Apply…')
    await window.click('checkbox', tick)
    await window.click('button', 'Apply')
    await say(applying({ percent: 40 }))
    const meanwhile = sent()
    await say(done)
    await say({ ...done, undo: null })
    expect({ meanwhile, afterwards: window.bridge.requests.slice(1) }).toEqual({
      meanwhile: ['checkpoint.apply'],
      afterwards: [{ name: 'vm.start', input: { vmId: vmId(1) } }],
    })
  })

  it('is done after a revert too', async () => {
    const vm = vmWithTree({ parentCheckpointId: checkpointId(1) })
    await openOn('Now', 'Revert…', vm)
    await window.click('checkbox', tick)
    await window.click('button', 'Create Checkpoint and Revert')
    await say(applying({ kind: 'revert', state: 'done', endedAt }))
    expect(sent()).toEqual(['vm.revert', 'vm.start'])
  })

  it.each(['failed', 'unknown', 'undone'] as const)('is not done where that ended as %s', async (state) => {
    await openOn('Clean install', 'Apply…')
    await window.click('checkbox', tick)
    await window.click('button', 'Apply')
    await say(applying({ state, endedAt }))
    await say(done)
    expect(sent()).toEqual(['checkpoint.apply'])
  })

  it('is not done unasked', async () => {
    await openOn('Clean install', 'Apply…')
    await window.click('button', 'Apply')
    await say(done)
    expect(sent()).toEqual(['checkpoint.apply'])
  })
})

describe('Start beside the word that a checkpoint was applied', () => {
  const kept = { ...done, undo: { by: 'going-back', checkpointId: checkpointId(4) } } as const

  it('is there while the machine is off, starts it by one press, and leaves the focus where it was', async () => {
    window = await openWindow([vmWithTree({ state: 'Off' })])
    window.bridge.answer('vm.start', exampleOperation(2, { kind: 'start' }))
    await window.click('gridcell', 'WIN11-TEST')
    const row = window.get('treeitem', 'Clean install')
    row.focus()
    await say(kept)
    const toast = window.get('list', 'Can be undone')
    const [, button] = [...toast.querySelectorAll('button')]
    button?.focus()
    button?.click()
    await window.settle()
    window.bridge.emit({ name: 'vm.changed', payload: vmWithTree({ state: 'Running' }) })
    await window.settle()
    expect({ sent: sent(), isBack: document.activeElement === row, left: labels(toast) }).toEqual({
      sent: ['vm.start'],
      isBack: true,
      left: ['Undo', 'Dismiss'],
    })
  })

  it('is not there while the machine runs', async () => {
    window = await openWindow([vmWithTree()])
    await say(kept)
    expect(labels(window.get('list', 'Can be undone'))).toEqual(['Undo', 'Dismiss'])
  })

  function labels(toast: HTMLElement): readonly string[] {
    return [...toast.querySelectorAll('button')].map(
      (each) => each.getAttribute('aria-label') ?? each.textContent.trim(),
    )
  }
})
