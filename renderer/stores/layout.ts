import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import type { AppSettings } from '#contract/app-settings'
import { defaultAppSettings } from '#contract/default-settings'
import { useSettings } from './settings.ts'

type Layout = AppSettings['layout']
export type Pane = Layout['collapsed'][number]

/** How the panes share the window. It is shown at once and kept when a hand lets go, not at every pixel of its way. */
export const useLayout = defineStore('layout', () => {
  const settings = useSettings()
  const layout = shallowRef<Layout>(defaultAppSettings.layout)

  watch(
    () => settings.state?.settings.layout,
    (kept) => {
      if (kept !== undefined) layout.value = kept
    },
    { immediate: true },
  )

  function resize(pane: Pane, pixels: number): void {
    layout.value = { ...layout.value, sizes: { ...layout.value.sizes, [pane]: pixels } }
  }

  /** Back to the size it has without anybody's doing. */
  function reset(pane: Pane): void {
    const others = Object.entries(layout.value.sizes).filter(([name]) => name !== pane)
    layout.value = { ...layout.value, sizes: Object.fromEntries(others) }
    keep()
  }

  function toggle(pane: Pane): void {
    const { collapsed } = layout.value
    const others = collapsed.filter((each) => each !== pane)
    layout.value = {
      ...layout.value,
      collapsed: others.length < collapsed.length ? others : [...collapsed, pane],
    }
    keep()
  }

  function keep(): void {
    // What can't be kept lasts as long as the window, which is no reason to refuse it or to speak of it.
    settings.change({ layout: layout.value }).catch(() => undefined)
  }

  return {
    sizeOf: (pane: Pane): number | null => layout.value.sizes[pane] ?? null,
    isFolded: (pane: Pane): boolean => layout.value.collapsed.includes(pane),
    resize,
    reset,
    toggle,
    keep,
  }
})
