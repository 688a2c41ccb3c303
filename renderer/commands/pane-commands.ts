import { useLayout } from '../stores/layout.ts'
import { text } from '../text.ts'
import { toggle } from './always.ts'
import type { Offer } from './command.ts'

/** Each pane, and whether it is shown or folded to its header. */
export function paneOffers(): readonly Offer[] {
  const layout = useLayout()
  return (['hosts', 'vms', 'checkpoints', 'details', 'actions'] as const).map((pane) =>
    toggle(`pane-${pane}`, text.layout.pane(text.layout.panes[pane]), !layout.isFolded(pane), () => {
      layout.toggle(pane)
    }),
  )
}
