import { afterEach, describe, expect, it } from 'vitest'
import type { Operation } from '#contract/model'
import { exampleOperation, exampleVm } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

const vm = exampleVm(1)
const found: Operation = exampleOperation(1, {
  kind: 'export-checkpoint',
  vmName: vm.name,
  isRecovered: true,
  state: 'running',
  percent: 40,
})
const lost: Operation = {
  ...found,
  state: 'unknown',
  percent: null,
  endedAt: '2026-11-21T10:05:00Z',
  error: { code: 'outcome-unknown', message: 'Nothing shows for certain whether this was done.' },
}
const done: Operation = { ...lost, state: 'done', error: null }

let window: OpenWindow

afterEach(() => {
  window.close()
})

async function openOn(...operations: readonly Operation[]): Promise<void> {
  window = await openWindow([vm])
  window.bridge.hold({ operations })
  window.bridge.link()
  await window.settle()
}

function notices(): readonly (string | null)[] {
  return window.all('alert').map((notice) => notice.querySelector('p')?.textContent ?? null)
}

describe('what an earlier start of the app began', () => {
  it('is shown on its machine for as long as it goes on', async () => {
    await openOn(found)
    expect(window.find('gridcell', 'Exporting (40%)')).not.toBeNull()
  })

  it('is told where it did not end well before the window was there', async () => {
    await openOn(lost)
    expect(notices()).toEqual([lost.error?.message])
  })

  it('is told where it does not end well while the window looks on', async () => {
    await openOn(found)
    window.bridge.emit({ name: 'operation.changed', payload: lost })
    await window.settle()
    expect(notices()).toEqual([lost.error?.message])
  })

  it.each([
    ['before the window was there', done, done],
    ['while the window looks on', found, done],
  ])('raises no notice where it ended well %s', async (_when, first, last) => {
    await openOn(first)
    window.bridge.emit({ name: 'operation.changed', payload: last })
    await window.settle()
    expect(notices()).toEqual([])
  })

  it('is told once, however often the link is made and the page is loaded', async () => {
    await openOn(lost)
    await window.click('button', 'Dismiss')
    window.bridge.link()
    await window.settle()
    const afterLink = notices()
    window.leave()
    await openOn(lost)
    expect([afterLink, notices()]).toEqual([[], []])
  })
})
