import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Component } from 'vue'
import App from '../../renderer/App.vue'
import { refresh } from '../../renderer/follow-host.ts'
import TrayPage from '../../renderer/tray/TrayPage.vue'
import { exampleVm } from './support/examples.ts'
import { openWindow, type OpenWindow } from './support/open-window.ts'

let window: OpenWindow

const said = (): readonly string[] =>
  window
    .all('status')
    .map(({ textContent }) => textContent.trim())
    .filter((words) => words === 'Waiting for Savepoint…')

async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds)
  await window.settle()
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  window.close()
  vi.useRealTimers()
})

describe('An app that answers nothing', () => {
  it.each<readonly [string, Component]>([
    ['window', App],
    ['tray’s window', TrayPage],
  ])('is waited for in the %s, which says so until there is an answer', async (_where, page) => {
    window = await openWindow([exampleVm(1)], page)
    const answerRefresh = window.bridge.delay('host.refresh')
    const answerStatus = window.bridge.delay('host.status')
    const refreshed = refresh()
    await pass(2_500)
    const atOnce = said()
    await pass(1_000)
    const later = said()
    answerStatus()
    await pass(0)
    expect([atOnce, later, said()]).toEqual([[], ['Waiting for Savepoint…'], []])
    answerRefresh()
    await refreshed
  })

  it('is not what a host is that takes long', async () => {
    window = await openWindow([exampleVm(1)])
    const answer = window.bridge.delay('host.refresh')
    const refreshed = refresh()
    const heard: (readonly string[])[] = []
    for (let second = 0; second < 20; second += 1) {
      await pass(1_000)
      heard.push(said())
    }
    expect(heard.flat()).toEqual([])
    answer()
    await refreshed
  })

  it('is asked nothing more once all is answered', async () => {
    window = await openWindow([exampleVm(1)])
    const call = vi.spyOn(window.bridge, 'call')
    await pass(20_000)
    expect(call.mock.calls.map(([name]) => name).filter((name) => name === 'host.status')).toEqual([])
  })
})
