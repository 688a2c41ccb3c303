import type { Operation } from '#contract/model'
import { sentence, strong, type Sentence } from '../sentence.ts'

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

const words: Readonly<Record<Operation['kind'], OperationWords>> = {
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

const requests: Readonly<Record<Operation['kind'], string>> = {
  'create-checkpoint': 'Checkpoint',
  'apply-checkpoint': 'Apply',
  revert: 'Revert',
  'rename-checkpoint': 'Rename',
  'change-checkpoint-notes': 'Notes',
  'export-checkpoint': 'Export',
  'delete-checkpoint': 'Delete Checkpoint',
  'delete-checkpoint-subtree': 'Delete Checkpoint Subtree',
  'change-checkpoint-policy': 'Settings',
  'enable-backup-service': 'Backup Service',
  start: 'Start',
  'shut-down': 'Shut Down',
  'turn-off': 'Turn Off',
  save: 'Save',
  pause: 'Pause',
  resume: 'Resume',
}

export const operationText = {
  words,
  keepingCurrent: 'Keeping the current state',
  merging: 'Merging disks',
  /** After the words of what is done: "Exporting (26%)". */
  percent: (percent: number) => ` (${String(Math.round(percent))}%)`,
  count: (count: number) => (count === 1 ? '1 operation' : `${String(count)} operations`),
  /** What was asked, on what, for the head of a notice. */
  asked: (kind: Operation['kind'], vmName: string, checkpointName: string | null): Sentence =>
    checkpointName === null
      ? sentence`${strong(vmName)}: ${requests[kind]}`
      : sentence`${strong(vmName)}: ${requests[kind]} “${checkpointName}”`,
  failed: 'It did not work.',
  cancelled: 'Cancelled',
  undone: 'Undone, nothing was changed',
  /** In the status bar, after the name of the machine. */
  waits: 'not begun',
  unknown: 'How this ended is not known. Look at the list: it shows what is true now.',
  finished: (done: string, vmName: string) => `${vmName}: ${done}.`,
} as const

function operation(doing: string, name: string, done: string): OperationWords {
  return {
    doing,
    waiting: `Waiting: ${name.toLowerCase()}`,
    undoable: `${name}: can be undone`,
    failed: `${name} failed`,
    done,
  }
}
