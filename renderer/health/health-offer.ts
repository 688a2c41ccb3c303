import type { HealthSubject } from '#contract/health-finding'
import { always } from '../commands/always.ts'
import { key } from '../commands/key.ts'
import { openSettings } from '../commands/open-settings.ts'
import { ask } from '../dialogs/ask.ts'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import { useSelection } from '../stores/selection.ts'
import { useVms } from '../stores/vms.ts'
import { text } from '../text.ts'
import { forgetFocus } from '../ui/last-focus.ts'

export const healthOffer = always('health', text.command.health, 'health', [key('Ctrl+H')], async () => {
  await openHealth()
})

async function openHealth(): Promise<void> {
  await ask(lateDialogs.health, () => ({ goTo, changeSettings }))
}

/** Whoever went from here to one finding’s settings comes back to the others. */
function changeSettings(subject: HealthSubject): void {
  const vm = 'vmId' in subject ? useVms().byId.get(subject.vmId) : undefined
  if (vm !== undefined) void openSettings([vm]).then(openHealth)
}

/** A filter that hides it would leave it selected out of sight. */
function goTo(subject: HealthSubject): void {
  if (subject.kind !== 'machine' && subject.kind !== 'checkpoint') return
  forgetFocus()
  const selection = useSelection()
  selection.filter = ''
  selection.selectVm(subject.vmId)
  selection.selectInTree(subject.kind === 'checkpoint' ? subject.checkpointId : 'now')
}
