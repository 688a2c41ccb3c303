import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { DesktopState } from '#contract/desktop'
import { call } from '../bridge.ts'

/** What the app can do as a program of its own, and what of that does not work. Null until it is known. */
export const useDesktop = defineStore('desktop', () => {
  const state = shallowRef<DesktopState | null>(null)

  function put(next: DesktopState): void {
    state.value = next
  }

  async function read(): Promise<void> {
    put(await call('desktop.state', {}))
  }

  /** So that keys can be pressed without being taken for the one in force. Where that fails they are, and nothing worse. */
  async function pauseHotkey(isPaused: boolean): Promise<void> {
    await call('hotkey.pause', { isPaused }).catch(() => undefined)
  }

  return { state, put, read, pauseHotkey }
})
