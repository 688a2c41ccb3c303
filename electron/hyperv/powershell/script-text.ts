import apply from './scripts/apply.ps1?raw'
import cancel from './scripts/cancel.ps1?raw'
import changeNotes from './scripts/change-notes.ps1?raw'
import changePolicy from './scripts/change-policy.ps1?raw'
import checkpointDetails from './scripts/checkpoint-details.ps1?raw'
import connect from './scripts/connect.ps1?raw'
import costs from './scripts/costs.ps1?raw'
import createCheckpoint from './scripts/create-checkpoint.ps1?raw'
import diagnose from './scripts/diagnose.ps1?raw'
import enableBackupService from './scripts/enable-backup-service.ps1?raw'
import exportCheckpoint from './scripts/export.ps1?raw'
import hello from './scripts/hello.ps1?raw'
import lastEvent from './scripts/last-event.ps1?raw'
import list from './scripts/list.ps1?raw'
import power from './scripts/power.ps1?raw'
import readJobs from './scripts/read-jobs.ps1?raw'
import readVm from './scripts/read-vm.ps1?raw'
import readiness from './scripts/readiness.ps1?raw'
import removeSubtree from './scripts/remove-subtree.ps1?raw'
import remove from './scripts/remove.ps1?raw'
import rename from './scripts/rename.ps1?raw'
import revert from './scripts/revert.ps1?raw'
import storage from './scripts/storage.ps1?raw'
import thumbnail from './scripts/thumbnail.ps1?raw'
import vmDetails from './scripts/vm-details.ps1?raw'
import watch from './scripts/watch.ps1?raw'
import { sharedScripts } from './shared-scripts.ts'
import type { Verb } from './verbs.ts'

/**
 * What a new session is told first: the mark of its answers, and every script as a function. Plain text, because
 * Constrained Language Mode refuses script blocks made at run time.
 */
export function sessionText(mark: string): string {
  const functions = [
    ...Object.entries(sharedScripts),
    ...Object.entries(verbScripts).map(([verb, script]) => [`Savepoint-${verb}`, script] as const),
  ]
  return [
    ...quiet.map((preference) => `$${preference} = 'SilentlyContinue'`),
    `$SavepointMark = '${mark}'`,
    ...functions.map(([name, script]) => functionText(name, script)),
    '',
  ].join('\n')
}

/** What these would print goes to the standard output, between the answers. */
const quiet = [
  'ProgressPreference',
  'WarningPreference',
  'InformationPreference',
  'VerbosePreference',
  'DebugPreference',
]

/**
 * PowerShell reads its standard input line by line: a statement of several lines ends at the first blank one, so
 * there must be none inside, and one after it. Comments are for us.
 */
function functionText(name: string, script: string): string {
  const lines = script.split(/\r?\n/).filter((line) => !/^\s*(#|$)/.test(line))
  return [`function ${name} {`, ...lines, '}', ''].join('\n')
}

const verbScripts: Readonly<Record<Verb, string>> = {
  hello,
  connect,
  diagnose,
  list,
  'read-vm': readVm,
  'vm-details': vmDetails,
  'checkpoint-details': checkpointDetails,
  thumbnail,
  readiness,
  'last-event': lastEvent,
  costs,
  storage,
  'read-jobs': readJobs,
  'create-checkpoint': createCheckpoint,
  apply,
  revert,
  rename,
  export: exportCheckpoint,
  remove,
  'remove-subtree': removeSubtree,
  'change-notes': changeNotes,
  'change-policy': changePolicy,
  'enable-backup-service': enableBackupService,
  power,
  cancel,
  watch,
}
