import type { SettingsStore } from '../../electron/core/ports.ts'

/** Settings that last as long as the test. A delete goes at once, but where the test is about undoing one. */
export function settingsInMemory(values: Readonly<Record<string, unknown>> = {}): SettingsStore {
  let kept: Readonly<Record<string, unknown>> = { undoSeconds: 0, ...values }
  return {
    load: () => ({ values: kept, trouble: null }),
    save: (settings) => {
      kept = settings
      return true
    },
  }
}
