import type { Operation } from './model.ts'

/** No zod in here: the window runs this file. */

interface OperationWords {
  /** While it runs, for the Status column. */
  readonly doing: string
  /** While it waits. */
  readonly waiting: string
  /** While it is not sent yet. */
  readonly undoable: string
  /** After it failed. */
  readonly failed: string
  /** After it ended well, for those who listen rather than look. */
  readonly done: string
}

export const operationWords: Readonly<Record<Operation['kind'], OperationWords>> = {
  'create-checkpoint': operation('Creating checkpoint', 'Checkpoint', 'Checkpoint created'),
  'apply-checkpoint': operation('Applying checkpoint', 'Apply', 'Checkpoint applied'),
  revert: operation('Reverting', 'Revert', 'Reverted'),
  'rename-checkpoint': operation('Renaming checkpoint', 'Rename', 'Checkpoint renamed'),
  'change-checkpoint-notes': operation('Changing notes', 'Notes', 'Notes changed'),
  'export-checkpoint': operation('Exporting', 'Export', 'Checkpoint exported'),
  'delete-checkpoint': operation('Deleting checkpoint', 'Delete', 'Checkpoint deleted'),
  'delete-checkpoint-subtree': operation('Deleting subtree', 'Delete subtree', 'Checkpoint subtree deleted'),
  'change-checkpoint-policy': operation('Changing settings', 'Settings', 'Settings changed'),
  'enable-backup-service': operation(
    'Turning the backup service on',
    'Backup service',
    'Backup service turned on',
  ),
  start: operation('Starting', 'Start', 'Started'),
  'shut-down': operation('Shutting down', 'Shut down', 'Shut down'),
  'turn-off': operation('Turning off', 'Turn off', 'Turned off'),
  save: operation('Saving', 'Save', 'Saved'),
  pause: operation('Pausing', 'Pause', 'Paused'),
  resume: operation('Resuming', 'Resume', 'Resumed'),
}

const keepingCurrent = 'Keeping the current state'
/** The checkpoint is gone from the tree by then. */
const merging = 'Deleted, merging'

/** What is being done, while it runs. */
export function doingWords({ kind, state, isKeepingCurrent }: Operation): string {
  if (state === 'merging') return merging
  return isKeepingCurrent ? keepingCurrent : operationWords[kind].doing
}

/** After the words of what is done: "Exporting (26%)". */
export function percentWords(percent: number): string {
  return ` (${String(Math.round(percent))}%)`
}

function operation(doing: string, name: string, done: string): OperationWords {
  return {
    doing,
    waiting: `Waiting: ${name.toLowerCase()}`,
    undoable: `${name}: can be undone`,
    failed: `${name} failed`,
    done,
  }
}
