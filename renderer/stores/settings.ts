import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { AppSettings, AppSettingsState } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import { call } from '../bridge.ts'

/** What the user has set of the app, as the other side keeps it. */
export const useSettings = defineStore('settings', () => {
  const state = shallowRef<AppSettingsState | null>(null)
  /** What is in force: as the app is at first, until it is known. */
  const settings = computed<AppSettings>(() => state.value?.settings ?? defaultAppSettings)

  function put(next: AppSettingsState): void {
    state.value = next
  }

  async function read(): Promise<void> {
    const before = state.value
    const answer = await call('settings.read', {})
    // What an event said meanwhile is newer.
    if (state.value === before) put(answer)
  }

  /** Rejects with `AppError` where the change makes no sense; nothing is changed then. */
  async function change(changes: Partial<AppSettings>): Promise<void> {
    put(await call('settings.change', changes))
  }

  return { state, settings, put, read, change }
})
