import type { Component } from 'vue'
import AppSettingsDialog from '../dialogs/AppSettingsDialog.vue'
import { questions } from '../dialogs/ask.ts'
import CheckpointNameDialog from '../dialogs/CheckpointNameDialog.vue'
import DeleteDialog from '../dialogs/DeleteDialog.vue'
import DeleteSubtreeDialog from '../dialogs/DeleteSubtreeDialog.vue'
import DiagnosticsDialog from '../dialogs/DiagnosticsDialog.vue'
import ExportDialog from '../dialogs/ExportDialog.vue'
import GoBackDialog from '../dialogs/GoBackDialog.vue'
import SettingsDialog from '../dialogs/SettingsDialog.vue'
import ShortcutsDialog from '../dialogs/ShortcutsDialog.vue'
import HealthDialog from '../health/HealthDialog.vue'
import ApplySetDialog from '../sets/ApplySetDialog.vue'
import DeleteSetDialog from '../sets/DeleteSetDialog.vue'
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
  [AppSettingsDialog, 'cost'],
  [ApplySetDialog, 'several-machines'],
  [CheckpointNameDialog, 'kinds'],
  [DeleteDialog, 'going-back'],
  [DeleteSubtreeDialog, 'going-back'],
  [DeleteSetDialog, 'several-machines'],
  [DiagnosticsDialog, 'not-seen'],
  [ExportDialog, 'not-a-backup'],
  [GoBackDialog, 'going-back'],
  [HealthDialog, 'cost'],
  [SettingsDialog, 'kinds'],
  [ShortcutsDialog, 'keys'],
  [TakeSetDialog, 'several-machines'],
])

/** By the roles of the panes: the tabs are those of the details, the group is that of the actions. */
const pagesOfPlaces: readonly (readonly [string, HelpPage])[] = [
  ['[role="tablist"], [role="tabpanel"]', 'files'],
  ['[role="tree"]', 'checkpoints'],
  ['[role="group"]', 'kinds'],
]
