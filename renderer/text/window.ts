import type { CheckpointKind } from '#contract/checkpoint-kind'
import type { CheckpointType, Vm, VmActivity } from '#contract/model'

const kinds: Readonly<Record<CheckpointKind, string>> = {
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

const kindMeanings: Readonly<Record<CheckpointKind, string>> = {
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

const checkpointTypes: Readonly<Record<CheckpointType, string>> = {
  Disabled: 'Checkpoints are turned off',
  Production: 'Production, or standard where that fails',
  ProductionOnly: 'Production only',
  Standard: 'Standard',
}

const activities: Readonly<Record<VmActivity['kind'], string>> = {
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

const replication: Readonly<Record<Vm['replication'], string>> = {
  None: 'None',
  Primary: 'Primary',
  Replica: 'Replica',
  TestReplica: 'Test replica',
  ExtendedReplica: 'Extended replica',
}

export const windowText = {
  product: 'Savepoint',
  now: 'Now',
  none: 'None',
  unknown: 'Unknown',
  retry: 'Try Again',
  dismiss: 'Dismiss',
  filter: 'Filter',
  notices: 'Notices',
  kinds,
  kindMeanings,
  checkpointTypes,
  activities,
  replication,
  link: {
    noAnswer:
      'Savepoint itself does not answer. If it was ended, start it again; this window follows by itself.',
    keyUsed:
      'This address was opened with a one-time key that has already been used. Open the link that Savepoint printed when it started, or start Savepoint again.',
    keyTitle: 'This page can’t reach Savepoint',
    lost: 'The connection to Savepoint was lost. What is shown may be out of date. It is taken up again by itself; if Savepoint was ended, start it again.',
  },
  hosts: {
    title: 'Hosts',
    demo: 'Demo host',
    demoBadge: 'Demo',
    demoMeaning: 'A built-in host to try things on. Nothing here touches a real virtual machine.',
    lost: 'Not reached',
    stale: 'The list shows what was last known.',
    connecting: 'Connecting…',
    connectingTo: (name: string) => (name === '' ? 'Connecting to Hyper-V…' : `Connecting to ${name}…`),
    live: 'live',
    notReached: (name: string) => (name === '' ? 'Hyper-V can’t be reached.' : `${name} can’t be reached.`),
  },
  vms: {
    title: 'Virtual Machines',
    count: (count: number) => (count === 1 ? '1 virtual machine' : `${String(count)} virtual machines`),
    empty: 'No virtual machines were found on this server.',
    noMatch: (filter: string) => `No virtual machine’s name holds “${filter}”.`,
    clearFilter: 'Clear the filter',
    versionStart: 'Configuration ',
    version: 'Version',
    critical: 'Critical: storage not reached or full',
    columns: {
      name: 'Name',
      state: 'State',
      cpu: 'CPU Usage',
      memory: 'Assigned Memory',
      uptime: 'Uptime',
      status: 'Status',
      version: 'Configuration Version',
      checkpoints: 'Checkpoints',
      newest: 'Newest',
    },
  },
  checkpoints: {
    title: 'Checkpoints',
    noneSelected: 'No virtual machine selected.',
    empty: 'The selected virtual machine has no checkpoints.',
    columns: { name: 'Name', kind: 'Kind', created: 'Created' },
    nowMeaning: 'The virtual machine as it is at this moment.',
    rename: 'New name',
    renameHint: 'Enter keeps the name, Esc leaves it as it was.',
    created: (name: string) => `Checkpoint ${name} was added.`,
  },
  details: {
    title: 'Details',
    none: 'No item selected.',
    summary: 'Summary',
    created: 'Created',
    state: 'State',
    version: 'Configuration Version',
    generation: 'Generation',
    notes: 'Notes',
    checkpointType: 'Checkpoint type',
    automatic: 'Automatic checkpoints',
    on: 'On',
    off: 'Off',
    location: 'Checkpoint files',
    folder: 'Configuration',
    replication: 'Replication',
    says: 'Host says',
    kind: 'Kind',
    parent: 'Parent',
    noParent: 'None: it is the first',
    unknownParent: 'Unknown',
    afterApplying: 'After applying',
    applyGives: {
      memory: 'As it was then, memory and running programs included',
      disks: 'Off, with the disks as they were then',
      unknown: 'The host does not say whether it holds memory',
      none: 'It can’t be applied here',
    },
  },
  panes: {
    hosts: 'Width of the hosts pane',
    actions: 'Width of the actions pane',
    vms: 'Height of the list of virtual machines',
    details: 'Height of the details pane',
  },
  actions: { title: 'Actions', menu: 'Actions' },
  menu: {
    bar: 'Menu',
    action: 'Action',
    view: 'View',
    help: 'Help',
    themes: { system: 'Theme of Windows', light: 'Light Theme', dark: 'Dark Theme' },
  },
} as const
