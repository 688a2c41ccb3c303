import type { SettingsStore } from '../../electron/core/ports.ts'

/** Settings that last as long as the test. */
export function settingsInMemory(values: Readonly<Record<string, unknown>> = {}): SettingsStore {
  let kept = values
  return {
    load: () => ({ values: kept, wasBroken: false }),
    save: (settings) => {
      kept = settings
      return true
    },
  }
}
