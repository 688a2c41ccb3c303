import type { Component } from 'vue'
import { questions } from '../dialogs/ask.ts'
import CheckpointNameDialog from '../dialogs/CheckpointNameDialog.vue'
import DeleteDialog from '../dialogs/DeleteDialog.vue'
import DeleteSubtreeDialog from '../dialogs/DeleteSubtreeDialog.vue'
import GoBackDialog from '../dialogs/GoBackDialog.vue'
import { lateDialogs } from '../dialogs/late-dialogs.ts'
import TakeSetDialog from '../sets/TakeSetDialog.vue'
import { useHosts } from '../stores/hosts.ts'
import { useSelection } from '../stores/selection.ts'
import type { HelpPage } from './help-page.ts'

/** The page that fits what somebody is at: the open dialog, else what is wrong, else what has the focus. */
export function pageOfFocus(): HelpPage {
  const question = questions.value[0]
  if (question !== undefined) return pagesOfDialogs.get(question.component) ?? 'checkpoints'
  if (useHosts().problem !== null) return 'not-seen'
  if (useSelection().vms.length > 1) return 'several-machines'
  const focused = document.activeElement
  return pagesOfPlaces.find(([place]) => focused?.closest(place) != null)?.[1] ?? 'checkpoints'
}

const pagesOfDialogs: ReadonlyMap<Component, HelpPage> = new Map<Component, HelpPage>([
  [lateDialogs.appSettings, 'cost'],
  [lateDialogs.applySet, 'several-machines'],
  [CheckpointNameDialog, 'kinds'],
  [DeleteDialog, 'going-back'],
  [DeleteSubtreeDialog, 'going-back'],
  [lateDialogs.deleteSet, 'several-machines'],
  [lateDialogs.diagnostics, 'not-seen'],
  [lateDialogs.exporting, 'not-a-backup'],
  [GoBackDialog, 'going-back'],
  [lateDialogs.health, 'cost'],
  [lateDialogs.settings, 'kinds'],
  [lateDialogs.shortcuts, 'keys'],
  [TakeSetDialog, 'several-machines'],
])

/** By the roles of the panes: the tabs are those of the details, the group is that of the actions. */
const pagesOfPlaces: readonly (readonly [string, HelpPage])[] = [
  ['[role="tablist"], [role="tabpanel"]', 'files'],
  ['[role="tree"]', 'checkpoints'],
  ['[role="group"]', 'kinds'],
]
