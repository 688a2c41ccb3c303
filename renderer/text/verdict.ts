import type { CheckpointType } from '#contract/model'
import type { VerdictRemedy } from '#contract/verdict'

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
  kept: 'The state of now is kept as a checkpoint of this kind:',
  labels,
  meanings,
  choice: {
    title: 'Kind',
    asSet: (type: CheckpointType) => `As set for this virtual machine: ${asSet[type]}`,
    production: 'Production, for this one',
    standard: 'Standard, for this one',
    putBack:
      'The setting of the virtual machine is changed for as long as this takes, and put back afterwards.',
    same: 'This is how the virtual machine is set already, so nothing of its settings is changed.',
  },
} as const

const asSet: Readonly<Record<CheckpointType, string>> = {
  Disabled: 'none',
  Production: 'production, or standard where that is not possible',
  ProductionOnly: 'production only',
  Standard: 'standard',
}
