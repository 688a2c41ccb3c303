import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Operation } from '#contract/model'
import { checkpointId, exampleOperation, vmWithTree } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

beforeEach(async () => {
  window = await openWindow([vmWithTree()])
  await window.click('gridcell', 'WIN11-TEST')
})
afterEach(() => {
  window.close()
})

function waiting(changes: Partial<Operation> = {}): Operation {
  const until = new Date(Date.now() + 8_000).toISOString()
  return exampleOperation(1, {
    kind: 'delete-checkpoint',
    checkpointId: checkpointId(3),
    checkpointName: 'Before KB5049981',
    state: 'waiting',
    undo: { by: 'not-sending', until },
    ...changes,
  })
}

function applied(changes: Partial<Operation> = {}): Operation {
  return exampleOperation(2, {
    kind: 'apply-checkpoint',
    checkpointId: checkpointId(1),
    checkpointName: 'Clean install',
    state: 'done',
    endedAt: '2026-11-21T10:01:00Z',
    undo: { by: 'going-back', checkpointId: checkpointId(4) },
    ...changes,
  })
}

async function say(operation: Operation): Promise<void> {
  window.bridge.emit({ name: 'operation.changed', payload: operation })
  await window.settle()
}

function toasts(): readonly string[] {
  return [...(window.find('list', 'Can be undone')?.children ?? [])].map((toast) =>
    [...toast.querySelectorAll('p')].map(({ textContent }) => textContent.trim()).join(' '),
  )
}

function announced(): readonly string[] {
  return [...document.querySelectorAll('[role=status] p')].map(({ textContent }) => textContent)
}

function undoRequests(): readonly unknown[] {
  return window.bridge.requests.flatMap(({ name, input }) => (name === 'operation.undo' ? [input] : []))
}

describe('a delete that waits', () => {
  it('is shown with the time left and marked in the tree, and said once without taking the focus', async () => {
    window.get('treeitem', 'Clean install').focus()
    await say(waiting())
    const countedDown: unknown = expect.stringMatching(
      /^Before KB5049981 will be deleted in [1-7] seconds\.$/,
    )
    await expect.poll(toasts, { timeout: 3_000 }).toEqual([countedDown])
    const row = window.get('treeitem', 'Before KB5049981')
    const words = (row.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent)
    expect({
      said: announced(),
      focused: document.activeElement?.getAttribute('data-key'),
      isMarked: row.classList.contains('going'),
      words: words.at(-1),
    }).toEqual({
      said: ['Before KB5049981 will be deleted in 8 seconds. Ctrl+Z undoes it.'],
      focused: checkpointId(1),
      isMarked: true,
      words: 'is about to be deleted',
    })
  })

  it('marks all that go with a subtree', async () => {
    await say(waiting({ kind: 'delete-checkpoint-subtree', checkpointId: checkpointId(2) }))
    const marked = window.all('treeitem').filter((row) => row.classList.contains('going'))
    expect({ toasts: toasts(), marked: marked.map((row) => row.dataset.key) }).toEqual({
      toasts: [expect.stringContaining('and all under it will be deleted in')],
      marked: [checkpointId(2), checkpointId(3)],
    })
  })

  it('is taken back by its button, once however often that is pressed', async () => {
    await say(waiting())
    window.bridge.answer('operation.undo', waiting({ state: 'undone', undo: null }))
    const answer = window.bridge.delay('operation.undo')
    await window.click('button', 'Undo')
    await window.click('button', 'Undo')
    answer()
    await window.settle()
    expect({ requests: undoRequests(), toasts: toasts(), said: announced().at(-1) }).toEqual({
      requests: [{ operationId: waiting().id }],
      toasts: [],
      said: 'WIN11-TEST: Undone, nothing was changed.',
    })
    expect(window.all('alert')).toEqual([])
  })

  it('is taken back by the key, the latest first, but not while a name is typed', async () => {
    await say(waiting())
    await say(waiting({ id: exampleOperation(3).id, startedAt: '2026-11-21T10:00:03Z' }))
    window.bridge.answer('operation.undo', waiting({ state: 'undone', undo: null }))
    document.querySelector<HTMLElement>('#filter')?.focus()
    await window.press('z', { ctrlKey: true })
    const whileTyping = undoRequests()
    window.get('treeitem', 'Clean install').focus()
    await window.press('z', { ctrlKey: true })
    expect({ whileTyping, requests: undoRequests() }).toEqual({
      whileTyping: [],
      requests: [{ operationId: exampleOperation(3).id }],
    })
  })

  it('says why where it was too late', async () => {
    await say(waiting())
    window.bridge.refuse('operation.undo', {
      code: 'not-allowed',
      message: 'The time to undo this delete is over.',
    })
    await window.click('button', 'Undo')
    expect(window.all('alert').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('The time to undo this delete is over.'),
    ])
  })

  it('gives the focus back to where it was when its time is over', async () => {
    const row = window.get('treeitem', 'Clean install')
    row.focus()
    await say(waiting())
    window.get('button', 'Undo').focus()
    await say(waiting({ state: 'running', undo: null }))
    expect({ toasts: toasts(), isBack: document.activeElement === row }).toEqual({ toasts: [], isBack: true })
  })

  it('stands in the Status column and the status bar as what is not begun', async () => {
    await say(waiting())
    expect({
      status: document.querySelector('.status.waiting')?.textContent.trim(),
      bar: document.querySelector('.work')?.textContent,
    }).toEqual({ status: 'Delete: can be undone', bar: '1 operation: WIN11-TEST not begun' })
  })
})

describe('an apply whose state before was kept', () => {
  it('can be undone for as long as one step leads back, and says what is lost then', async () => {
    await say(applied({ state: 'running', undo: null, endedAt: null }))
    await say(applied())
    const offered = toasts()
    const said = announced().at(-1)
    await say(applied({ undo: null }))
    expect({ offered, said, afterwards: toasts() }).toEqual({
      offered: [
        'Clean install was applied to WIN11-TEST. Undo goes back to the state before. What was done since is lost then.',
      ],
      said: 'WIN11-TEST: Checkpoint applied. It can be undone.',
      afterwards: [],
    })
  })

  it('says that the machine is off now, and that to those who listen too', async () => {
    window.bridge.emit({ name: 'vm.changed', payload: vmWithTree({ state: 'Off' }) })
    await say(applied({ state: 'running', undo: null, endedAt: null }))
    await say(applied())
    expect([announced().at(-1), toasts()]).toEqual([
      'WIN11-TEST: Checkpoint applied. It is off now. It can be undone.',
      [expect.stringContaining('It is off now, because the checkpoint holds no memory. Undo goes back')],
    ])
  })

  it('is not undone by the key alone, which leads to the button that says what is lost', async () => {
    await say(applied())
    window.bridge.answer('operation.undo', exampleOperation(3, { kind: 'apply-checkpoint' }))
    window.get('treeitem', 'Clean install').focus()
    await window.press('z', { ctrlKey: true })
    const button = window.get('button', 'Undo')
    expect({ requests: undoRequests(), isFocused: document.activeElement === button }).toEqual({
      requests: [],
      isFocused: true,
    })
    await window.click('button', 'Undo')
    expect(undoRequests()).toEqual([{ operationId: applied().id }])
  })

  it('can be put away, also for when the page is loaded again', async () => {
    await say(applied())
    await window.click('button', 'Dismiss')
    const putAway = toasts()
    window.leave()
    window = await openWindow([vmWithTree()])
    await say(applied())
    expect({ putAway, afterwards: toasts() }).toEqual({ putAway: [], afterwards: [] })
  })
})
