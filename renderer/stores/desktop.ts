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

  return { state, put, read }
})
