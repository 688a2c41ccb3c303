import type { VerdictRemedy } from '#contract/verdict'
import { sentence, strong, type Sentence } from '../sentence.ts'

const labels: Readonly<Record<VerdictRemedy, string>> = {
  'enable-checkpoints': 'Turn Checkpoints On',
  'enable-backup-service': 'Turn Backup Service On',
  'allow-standard': 'Allow Standard Checkpoints',
}

const meanings: Readonly<Record<VerdictRemedy, (vm: string) => string>> = {
  'enable-checkpoints': (vm) =>
    `Changes the settings of ${vm}: checkpoints are turned on, as production ones, or standard where that is not possible.`,
  'enable-backup-service': (vm) =>
    `Changes the settings of ${vm}: Hyper-V offers the guest its backup service, which makes production checkpoints.`,
  'allow-standard': (vm) =>
    `Changes the settings of ${vm}: where a production checkpoint is not possible, a standard one is taken from then on.`,
}

export const verdictText = {
  next: 'Next checkpoint:',
  /** Of several machines at once: "2 production, 1 refused". */
  count: (count: number, word: string) => `${String(count)} ${word.toLowerCase()}`,
  eachOf: 'What each will be:',
  /** Said when it changes by itself, while somebody looks at the machine. */
  changed: (vm: string, line: string) => `${vm}: the next checkpoint changes. ${line}.`,
  /** Before what the checkpoint will be that holds the state that is gone back from. */
  kept: 'Kept as a checkpoint first, the state of now is:',
  fallback: {
    title: (vm: string, checkpoint: string): Sentence =>
      sentence`${strong(vm)}: “${checkpoint}” is not a production checkpoint`,
    event: 'The host’s log says:',
    read: 'Read',
    show: 'Show Checkpoint',
    more: (count: number) => (count === 1 ? '1 more of this kind' : `${String(count)} more of this kind`),
  },
  labels,
  meanings,
  choice: {
    title: 'Kind',
    /** What a machine’s own setting gives stands beside it, as with the others. */
    asSet: 'As set for this virtual machine',
    production: 'Production',
    standard: 'Standard',
    putBack: 'For this one alone: the machine’s setting is put back afterwards.',
    same: 'The setting of the virtual machine is not touched.',
  },
} as const
