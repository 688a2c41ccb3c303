import { lateDialog } from './late-dialog.ts'

/** All but those that are needed most and typed on into by whoever knows them: the ones about one checkpoint, and about names. */
export const lateDialogs = {
  about: lateDialog(() => import('./AboutDialog.vue')),
  applySet: lateDialog(() => import('../sets/ApplySetDialog.vue')),
  appSettings: lateDialog(() => import('./AppSettingsDialog.vue')),
  columns: lateDialog(() => import('./ColumnsDialog.vue')),
  deleteSet: lateDialog(() => import('../sets/DeleteSetDialog.vue')),
  deleteSeveral: lateDialog(() => import('../sets/DeleteSeveralDialog.vue')),
  diagnostics: lateDialog(() => import('./DiagnosticsDialog.vue')),
  exporting: lateDialog(() => import('./ExportDialog.vue')),
  health: lateDialog(() => import('../health/HealthDialog.vue')),
  settings: lateDialog(() => import('./SettingsDialog.vue')),
  shortcuts: lateDialog(() => import('./ShortcutsDialog.vue')),
} as const
