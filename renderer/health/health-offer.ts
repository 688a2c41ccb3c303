import type { HealthSubject } from '#contract/health-finding'
import { always } from '../commands/always.ts'
import { key } from '../commands/key.ts'
import { ask } from '../dialogs/ask.ts'
import { useSelection } from '../stores/selection.ts'
import { text } from '../text.ts'
import { forgetFocus } from '../ui/last-focus.ts'
import HealthDialog from './HealthDialog.vue'

export const healthOffer = always('health', text.command.health, 'health', [key('Ctrl+H')], async () => {
  await ask(HealthDialog, () => ({ goTo }))
})

/** A filter that hides it would leave it selected out of sight. */
function goTo(subject: HealthSubject): void {
  if (subject.kind !== 'machine' && subject.kind !== 'checkpoint') return
  forgetFocus()
  const selection = useSelection()
  selection.filter = ''
  selection.selectVm(subject.vmId)
  selection.selectInTree(subject.kind === 'checkpoint' ? subject.checkpointId : 'now')
}
