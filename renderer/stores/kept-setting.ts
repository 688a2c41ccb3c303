import { shallowReactive, watch } from 'vue'
import type { AppSettings } from '#contract/app-settings'
import { useSettings } from './settings.ts'

interface KeptSetting<T> {
  /** As it is shown, which may be ahead of what is kept. */
  readonly shown: { value: T }
  readonly keep: () => void
}

/** A setting that is changed by hand in the window, and kept when the hand lets go. */
export function keptSetting<T>(
  read: (settings: AppSettings) => T,
  change: (value: T) => Partial<AppSettings>,
): KeptSetting<T> {
  const settings = useSettings()
  const shown = shallowReactive<{ value: T }>({ value: read(settings.settings) })
  /** An answer to one change must not undo the next, which is already shown. */
  let underWay = 0
  watch(
    () => read(settings.settings),
    (kept) => {
      if (underWay === 0) shown.value = kept
    },
  )

  async function keep(): Promise<void> {
    underWay += 1
    try {
      await settings.change(change(shown.value))
    } catch {
      // What can't be kept lasts as long as the window, which is no reason to refuse it or to speak of it.
    } finally {
      underWay -= 1
    }
  }

  return { shown, keep: () => void keep() }
}

/** All but one of what is kept under names. */
export function without<T>(values: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(values).filter(([each]) => each !== name))
}
