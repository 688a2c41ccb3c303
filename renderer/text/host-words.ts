import type { CheckpointKind } from '#contract/checkpoint-kind'
import type { CheckpointType, VmActivity } from '#contract/model'

/** The host's own terms, in words. */
export const kinds: Readonly<Record<CheckpointKind, string>> = {
  production: 'Production',
  'standard-with-memory': 'Standard, with memory',
  'standard-fell-back': 'Standard (production was not possible)',
  offline: 'Disk only, taken while off',
  'disk-only': 'Disk only (kind unknown)',
  automatic: 'Automatic',
  backup: 'Backup',
  replica: 'Replica',
  planned: 'Planned failover',
  missing: 'Missing',
  unknown: 'Unknown',
}

export const kindMeanings: Readonly<Record<CheckpointKind, string>> = {
  production:
    'Holds the disks alone, with the data on them brought in order by the guest. The virtual machine is off after it is applied.',
  'standard-with-memory': 'Holds the disks and the memory of the running virtual machine.',
  'standard-fell-back':
    'A production checkpoint was wanted and was not possible: this holds the disks and the memory as they were.',
  offline: 'Holds the disks alone: nothing ran when it was taken, so there was no memory to hold.',
  'disk-only':
    'Holds the disks alone. The guest made it a production checkpoint, or the virtual machine was off: Hyper-V does not tell which.',
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
