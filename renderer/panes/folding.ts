import { useLayout, type Pane } from '../stores/layout.ts'
import { text } from '../text.ts'
import type { Folding } from '../ui/folding.ts'

/** For a pane's sheet, to which Vue passes on what the pane itself has no use for. */
export function folding(pane: Pane, toward: Folding['toward']): { readonly folding: Folding } {
  const layout = useLayout()
  const toggle = (): void => {
    layout.toggle(pane)
  }
  return { folding: { name: text.layout.panes[pane], isFolded: layout.isFolded(pane), toward, toggle } }
}
