import { defineStore } from 'pinia'
import type { AppSettings } from '#contract/app-settings'
import { keptSetting, without } from './kept-setting.ts'

type Layout = AppSettings['layout']
export type Pane = Layout['collapsed'][number]

/** How the panes share the window. It is shown at once and kept when a hand lets go, not at every pixel of its way. */
export const useLayout = defineStore('layout', () => {
  const { shown: layout, keep } = keptSetting<Layout>(
    (settings) => settings.layout,
    (layout) => ({ layout }),
  )

  function resize(pane: Pane, pixels: number): void {
    layout.value = { ...layout.value, sizes: { ...layout.value.sizes, [pane]: pixels } }
  }

  /** Back to the size it has without anybody's doing. */
  function reset(pane: Pane): void {
    layout.value = { ...layout.value, sizes: without(layout.value.sizes, pane) }
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

  return {
    sizeOf: (pane: Pane): number | null => layout.value.sizes[pane] ?? null,
    isFolded: (pane: Pane): boolean => layout.value.collapsed.includes(pane),
    resize,
    reset,
    toggle,
    keep,
  }
})
