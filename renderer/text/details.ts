import type { VmDetails } from '#contract/machine-details'

/** Hyper-V Manager's words, where it has them. */
const heartbeats: Readonly<Record<VmDetails['heartbeat'], string>> = {
  'ok-applications-healthy': 'OK (Applications Healthy)',
  'ok-applications-critical': 'OK (Applications Critical)',
  'ok-applications-unknown': 'OK (No Application Data)',
  'no-contact': 'No Contact',
  'lost-communication': 'Lost Communication',
  error: 'Error',
  paused: 'Paused',
  off: 'Off',
  unknown: 'Unknown',
}

const tabs = {
  summary: 'Summary',
  disks: 'Disks',
  memory: 'Memory',
  networking: 'Networking',
  'then-and-now': 'Settings then and now',
}

const thumbnail = {
  ofVm: (vm: string) => `Screen of ${vm}`,
  ofCheckpoint: (checkpoint: string) => `Screen as “${checkpoint}” keeps it`,
  none: 'No picture of the screen',
}

const notes = {
  edit: 'Edit',
  editOf: 'Edit Notes',
  hint: 'Ctrl+Enter keeps them, Esc gives up.',
  keep: 'Keep',
  giveUp: 'Cancel',
  keeping: 'The notes are being kept…',
  changedMeanwhile: 'The notes were changed elsewhere meanwhile. Keeping yours replaces these:',
  cleared: 'The notes were cleared elsewhere meanwhile. Keeping yours brings notes back.',
}

const disks = {
  none: 'It has no disks.',
  controllers: { IDE: 'IDE', SCSI: 'SCSI', other: 'Controller' },
  place: (controller: string, number: number, location: number) =>
    `${controller} ${String(number)}:${String(location)}`,
  capacity: (size: string) => `${size} for the guest`,
  shared: 'Shared with other virtual machines: checkpoints leave it out.',
  passThrough: (number: number) =>
    `Pass-through disk ${String(number)}: it is no file, and checkpoints leave it out.`,
  file: 'File',
  folder: 'Folder',
  keptBy: 'Kept by',
  size: 'Size',
  actions: 'Path',
  now: 'Now: it grows',
  baseDisk: 'Base disk',
  reading: '…',
  chain: (place: string) => `Files of ${place}`,
  files: 'Configuration and saved state',
  copy: (file: string) => `Copy the path of ${file}`,
  show: (file: string) => `Show ${file} in its folder`,
  showFailed: 'Show in folder',
  total: (files: number, size: string) =>
    files === 1 ? `1 file, ${size} in all` : `${String(files)} files, ${size} in all`,
  atLeast: (size: string) => `at least ${size}`,
}

const memory = {
  startup: 'Startup Memory',
  dynamic: 'Dynamic Memory',
  enabled: 'Enabled',
  disabled: 'Disabled',
  minimum: 'Minimum Memory',
  maximum: 'Maximum Memory',
  assigned: 'Assigned Memory',
  demand: 'Memory Demand',
  notAssigned: 'None while it does not run',
}

const networking = {
  none: 'It has no network adapters.',
  adapters: 'Network adapters',
  adapter: 'Adapter',
  connection: 'Connection',
  notConnected: 'Not connected',
  macAddress: 'MAC Address',
  dynamic: (address: string) => `${address} (dynamic)`,
  ipAddresses: 'IP Addresses',
  noAddress: 'None reported',
}

const differences = {
  none: 'Nothing has changed since.',
  table: 'Settings then and now',
  what: 'Setting',
  then: 'Then',
  now: 'Now',
  showSame: 'Show what is the same too',
  processors: 'Processors',
  absent: 'Not there',
  disk: (place: string) => `Disk at ${place}`,
  passThrough: (number: number) => `Pass-through disk ${String(number)}`,
  sharedDisk: (disk: string) => `${disk}, shared`,
  adapter: (name: string) => `Network adapter ${name}`,
  connection: (name: string) => `Connection of ${name}`,
  macAddress: (name: string) => `MAC address of ${name}`,
  dynamic: 'Dynamic',
}

const applyGives = {
  memory: 'As it was then, memory and running programs included',
  disks: 'Off, with the disks as they were then',
  unknown: 'The host does not say whether it holds memory',
  none: 'It can’t be applied here',
}

/** What was known when this app took a checkpoint. */
const record = {
  asked: 'Asked for',
  askedFor: (type: string, by: string) => (by === '' ? type : `${type}, by ${by}`),
  why: 'Why',
  purposes: {
    asked: '',
    'before-apply': 'To keep the state before another checkpoint was applied',
    'before-revert': 'To keep the state before it was reverted',
  },
  stateThen: 'State then',
  serviceThen: 'Backup service then',
  services: {
    ok: 'Answered',
    degraded: 'Answered, with restrictions',
    silent: 'Did not answer',
    disabled: 'Turned off',
    absent: 'Not there',
    unknown: '',
  },
  event: 'Host’s log',
} as const

export const detailsText = {
  title: 'Details',
  none: 'No item selected.',
  reading: 'Reading…',
  lastRead: 'This was last read before something went wrong.',
  created: 'Created',
  state: 'State',
  version: 'Configuration Version',
  generation: 'Generation',
  notes: 'Notes',
  clustered: 'Clustered',
  yes: 'Yes',
  no: 'No',
  heartbeat: 'Heartbeat',
  heartbeats,
  checkpointType: 'Checkpoint type',
  automatic: 'Automatic checkpoints',
  on: 'On',
  off: 'Off',
  location: 'Checkpoint files',
  folder: 'Configuration',
  replication: 'Replication',
  says: 'Host says',
  name: 'Name',
  kind: 'Kind',
  parent: 'Parent',
  noParent: 'None: it is the first',
  unknownParent: 'Unknown',
  size: 'Takes',
  sizeOf: (size: string, files: string, disks: string) => `${size} (disks ${disks}, state ${files})`,
  besideBase: (size: string) => `${size}, beside its base disk`,
  afterApplying: 'After applying',
  applyGives,
  tabs,
  thumbnail,
  record,
  editNotes: notes,
  disks,
  memory,
  networking,
  differences,
} as const
