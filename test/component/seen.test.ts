import { afterEach, describe, expect, it } from 'vitest'
import type { Seen } from '#contract/seen'
import { exampleSession } from '../support/with-seen.ts'
import { checkpointId, exampleCheckpoint, exampleOperation, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

const moreWouldGo = {
  code: 'changed-meanwhile',
  message: 'Nothing was deleted, because “Newest” would have gone without having been shown.',
} as const

/** The tree with one more under the checkpoint that "Now" hung under, and "Now" under that. */
function grown() {
  const vm = vmWithTree()
  const newest = exampleCheckpoint(9, { name: 'Newest', parentId: vm.parentCheckpointId })
  return { ...vm, checkpoints: [...vm.checkpoints, newest], parentCheckpointId: newest.id }
}

async function openOn(checkpoint: string, command: string): Promise<void> {
  window = await openWindow([vmWithTree()])
  await window.click('gridcell', 'WIN11-TEST')
  await window.click('treeitem', checkpoint)
  await window.click('button', command)
}

async function grow(): Promise<void> {
  window.bridge.emit({ name: 'vm.changed', payload: grown() })
  await window.settle()
}

function seen(): readonly Seen[] {
  return window.bridge.requests.map(({ input }) => (input as { readonly seen: Seen }).seen)
}

describe('What was on show goes with the answer', () => {
  it('and where more is there by then the dialog says so, shows it, and asks for that by the next answer', async () => {
    await openOn('Office and tools installed', 'Delete Checkpoint Subtree…')
    window.bridge.answer('checkpoint.deleteSubtree', exampleOperation(1))
    window.bridge.refuse('checkpoint.deleteSubtree', moreWouldGo)
    const answer = window.bridge.delay('checkpoint.deleteSubtree')
    await window.click('button', 'Delete')
    await grow()
    answer()
    await window.settle()
    const dialog = window.get('dialog', 'Delete Checkpoint Subtree')
    const shown = { alert: window.all('alert').map((each) => each.textContent), text: dialog.textContent }
    await window.click('button', 'Delete')
    const [office, before] = [checkpointId(2), checkpointId(3)]
    expect({ ...shown, seen: seen(), open: window.all('dialog') }).toEqual({
      alert: [moreWouldGo.message],
      text: expect.stringContaining('3 checkpoints go') as unknown,
      seen: [
        { session: exampleSession, goes: [office, before], now: office },
        { session: exampleSession, goes: [office, before, checkpointId(9)], now: checkpointId(9) },
      ],
      open: [],
    })
  })

  it.each([
    ['Apply…', 'Clean install', 'checkpoint.apply'],
    ['Revert…', 'Clean install', 'vm.revert'],
  ])('with what “Now” hangs under: %s', async (command, checkpoint, name) => {
    await openOn(checkpoint, command)
    window.bridge.answer(name, exampleOperation(1))
    await grow()
    await window.click('button', command.replace('…', ''))
    expect(seen()).toEqual([{ session: exampleSession, goes: [], now: checkpointId(9) }])
  })
})

describe('The mark of the start', () => {
  it('is asked for once for each link, and the next link has the next', async () => {
    const other = 'b0'.repeat(32)
    await openOn('Clean install', 'Delete Checkpoint…')
    window.bridge.answer('checkpoint.delete', exampleOperation(1))
    window.bridge.answer('app.session', { session: other })
    await window.click('button', 'Delete')
    window.bridge.lose()
    window.bridge.link()
    await window.settle()
    await window.click('button', 'Delete Checkpoint…')
    await window.click('button', 'Delete')
    expect(seen().map(({ session }) => session)).toEqual([exampleSession, other])
  })

  it('is asked for again where nobody answered, and until then nothing is sent', async () => {
    await openOn('Clean install', 'Delete Checkpoint…')
    const failure = { code: 'internal', message: 'Something went wrong.' } as const
    window.bridge.refuse('app.session', failure)
    window.bridge.link()
    await window.settle()
    window.bridge.answer('checkpoint.delete', exampleOperation(1))
    window.bridge.refuse('app.session', failure)
    await window.click('button', 'Delete')
    const refused = [window.all('alert').map((each) => each.textContent), window.bridge.requests.length]
    await window.click('button', 'Delete')
    expect([refused, seen().length]).toEqual([[[failure.message], 0], 1])
  })
})
