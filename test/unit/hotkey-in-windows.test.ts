import * as electron from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { defaultAppSettings } from '#contract/default-settings'
import type { AppEvent } from '#contract/events'
import { followHotkey } from '../../electron/desktop/hotkey.ts'
import { createManualClock } from '../support/manual-clock.ts'
import type { createTrayStub } from '../support/tray-stub.ts'

vi.mock('electron', async () => (await import('../support/electron-stub.ts')).createElectronStub())

const { held, taken } = electron.globalShortcut as unknown as ReturnType<
  typeof createTrayStub
>['globalShortcut']

/** An app whose settings hold that key, and later another. */
async function follow(hotkey: string) {
  const listeners = new Set<(event: AppEvent) => void>()
  const stateOf = (keys: string) => ({ settings: { ...defaultAppSettings, hotkey: keys }, problem: null })
  const setProblem = vi.fn()
  const onKey = vi.fn()
  const clock = createManualClock()
  const pauses = new Set<(isPaused: boolean) => void>()
  const close = await followHotkey({
    clock,
    followPause: (onPause) => {
      pauses.add(onPause)
      return () => pauses.delete(onPause)
    },
    app: {
      dispatch: () => Promise.resolve({ ok: true, value: stateOf(hotkey) }),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    setProblem,
    onKey,
  })
  const change = (keys: string): void => {
    for (const listener of [...listeners]) listener({ name: 'settings.changed', payload: stateOf(keys) })
  }
  const pause = (isPaused: boolean): void => {
    for (const each of pauses) each(isPaused)
  }
  return {
    change,
    close,
    clock,
    pause,
    pauses,
    onKey,
    problem: () => setProblem.mock.lastCall?.[0] as unknown,
    listeners,
  }
}

beforeEach(() => {
  held.clear()
  taken.clear()
})

describe('The key for a checkpoint from everywhere', () => {
  it('is held from the start, and does what it is for', async () => {
    const { onKey, problem } = await follow('Ctrl+Alt+Shift+C')
    held.get('Ctrl+Alt+Shift+C')!()
    expect([onKey.mock.calls.length, problem()]).toEqual([1, null])
  })

  it('is let go for another as soon as that is set', async () => {
    const { change } = await follow('Ctrl+Alt+Shift+C')
    change('Ctrl+Alt+F9')
    expect([...held.keys()]).toEqual(['Ctrl+Alt+F9'])
  })

  it('is let go where none is set any more, which is no problem', async () => {
    const { change, problem } = await follow('Ctrl+Alt+Shift+C')
    change('')
    expect([[...held.keys()], problem()]).toEqual([[], null])
  })

  it('is not registered again by another setting that changes', async () => {
    const { change } = await follow('Ctrl+Alt+Shift+C')
    const before = vi.mocked(electron.globalShortcut.register).mock.calls.length
    change('Ctrl+Alt+Shift+C')
    expect(vi.mocked(electron.globalShortcut.register).mock.calls.length).toBe(before)
  })

  it('is said to be another program’s where it is, and works once it is free and set again', async () => {
    taken.add('Ctrl+Alt+Shift+C')
    const { change, problem } = await follow('Ctrl+Alt+Shift+C')
    const said = problem()
    taken.clear()
    change('Ctrl+Alt+Shift+C')
    expect({ said, after: problem(), held: [...held.keys()] }).toEqual({
      said: 'Another program has Ctrl+Alt+Shift+C, so it does nothing here. Choose other keys, or close that program and start Savepoint again.',
      after: null,
      held: ['Ctrl+Alt+Shift+C'],
    })
  })

  it('is let go while keys are pressed to set it, and held again after that', async () => {
    const { pause } = await follow('Ctrl+Alt+Shift+C')
    pause(true)
    const meanwhile = [...held.keys()]
    pause(false)
    expect({ meanwhile, after: [...held.keys()] }).toEqual({ meanwhile: [], after: ['Ctrl+Alt+Shift+C'] })
  })

  it('is held again a minute after the last key where nobody says that they are done', async () => {
    const { pause, clock } = await follow('Ctrl+Alt+Shift+C')
    pause(true)
    await clock.advance(59_000)
    pause(true)
    await clock.advance(59_000)
    const meanwhile = [...held.keys()]
    await clock.advance(1_000)
    expect({ meanwhile, after: [...held.keys()] }).toEqual({ meanwhile: [], after: ['Ctrl+Alt+Shift+C'] })
  })

  it('is not held again after the app has ended, though it was let go to be set', async () => {
    const { pause, clock, close, pauses } = await follow('Ctrl+Alt+Shift+C')
    pause(true)
    close()
    await clock.advance(60_000)
    expect([[...held.keys()], pauses.size]).toEqual([[], 0])
  })

  it('is let go when the app ends, and not taken again after that', async () => {
    const { change, close, listeners } = await follow('Ctrl+Alt+Shift+C')
    close()
    change('Ctrl+Alt+F9')
    expect([[...held.keys()], listeners.size]).toEqual([[], 0])
  })
})
