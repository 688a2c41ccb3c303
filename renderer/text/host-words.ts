import type { CheckpointKind } from '#contract/checkpoint-kind'
import type { CheckpointType, VmActivity } from '#contract/model'

/** The host's own terms, in words. */
export const kinds: Readonly<Record<CheckpointKind, string>> = {
  'standard-with-memory': 'Standard, with memory',
  'standard-fell-back': 'Standard, fell back',
  'production-or-offline': 'Production or offline',
  'disk-only': 'Disk only',
  automatic: 'Automatic',
  backup: 'Backup',
  replica: 'Replica',
  planned: 'Planned failover',
  missing: 'Missing',
  unknown: 'Unknown',
}

export const kindMeanings: Readonly<Record<CheckpointKind, string>> = {
  'standard-with-memory': 'Holds the disks and the memory of the running virtual machine.',
  'standard-fell-back':
    'A production checkpoint was wanted, but the guest could not make one: this holds disks and memory.',
  'production-or-offline':
    'Holds the disks alone. It was made by the guest’s backup technology, or while the virtual machine was off: Hyper-V does not tell which.',
  'disk-only': 'Holds the disks alone, no memory.',
  automatic: 'Hyper-V took it by itself when the virtual machine started, and deletes it by itself.',
  backup: 'A backup program took it and removes it when the backup ends.',
  replica: 'Belongs to Hyper-V Replica.',
  planned: 'Belongs to a planned failover of Hyper-V Replica.',
  missing: 'Its files are not where Hyper-V expects them.',
  unknown: 'The host does not say what it holds.',
}

export const checkpointTypes: Readonly<Record<CheckpointType, string>> = {
  Disabled: 'Checkpoints are turned off',
  Production: 'Production, or standard where that fails',
  ProductionOnly: 'Production only',
  Standard: 'Standard',
}

export const activities: Readonly<Record<VmActivity['kind'], string>> = {
  'creating-checkpoint': 'Creating checkpoint',
  'applying-checkpoint': 'Applying checkpoint',
  'deleting-checkpoint': 'Deleting checkpoint',
  'merging-disks': 'Merging disks',
  exporting: 'Exporting',
  'backing-up': 'Backing up',
  'waiting-to-start': 'Waiting to start',
  moving: 'Moving',
  busy: 'Busy',
}
