import type { Operation } from '#contract/model'
import { operationWords, percentWords } from '#contract/operation-words'
import { sentence, strong, type Sentence } from '../sentence.ts'

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
  words: operationWords,
  percent: percentWords,
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
  finished: (done: string, vmName: string, isOff = false) =>
    `${vmName}: ${done}.${isOff ? ' It is off now.' : ''}`,
} as const
