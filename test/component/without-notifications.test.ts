import { afterEach, describe, expect, it } from 'vitest'
import type { Component } from 'vue'
import App from '../../renderer/App.vue'
import TrayPage from '../../renderer/tray/TrayPage.vue'
import { exampleOperation, exampleVm } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

afterEach(() => {
  window.close()
})

const failed = exampleOperation(1, {
  state: 'failed',
  endedAt: '2026-11-21T10:00:09Z',
  error: { code: 'busy', message: 'Something else is using it.' },
})
const ended = [
  failed,
  exampleOperation(2, { state: 'done', endedAt: '2026-11-21T10:00:09Z' }),
  exampleOperation(3, {
    state: 'failed',
    endedAt: '2026-11-21T10:00:09Z',
    error: { code: 'cancelled', message: 'It was cancelled.' },
  }),
]

/** Opened by somebody who saw no notification of what the key did before. */
async function openAfterwards(page: Component): Promise<readonly string[]> {
  window = await openWindow([exampleVm(1)], page, { operations: ended })
  await window.settle()
  return window.all('alert').map(({ textContent }) => textContent)
}

describe('What failed while no window was open, and notifications are off', () => {
  it.each<readonly [string, Component]>([
    ['window', App],
    ['tray’s window', TrayPage],
  ])('is told by the %s when it is opened', async (_where, page) => {
    const told = await openAfterwards(page)
    expect(told).toEqual([expect.stringContaining('Something else is using it.')])
  })

  it('is not told again by the same window once its page is loaded again', async () => {
    await openAfterwards(App)
    window.leave()
    expect(await openAfterwards(App)).toEqual([])
  })
})
