import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { AppSettings, AppSettingsState } from '#contract/app-settings'
import { call } from '../bridge.ts'

/** What the user has set of the app, as the other side keeps it. */
export const useSettings = defineStore('settings', () => {
  const state = shallowRef<AppSettingsState | null>(null)

  function put(next: AppSettingsState): void {
    state.value = next
  }

  async function read(): Promise<void> {
    put(await call('settings.read', {}))
  }

  /** Rejects with `AppError` where the change makes no sense; nothing is changed then. */
  async function change(changes: Partial<AppSettings>): Promise<void> {
    put(await call('settings.change', changes))
  }

  return { state, put, read, change }
})
