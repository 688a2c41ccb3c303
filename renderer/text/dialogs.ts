import { sentence, strong, type Sentence } from '../sentence.ts'

const apply = {
  title: 'Apply Checkpoint',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to apply ${strong(checkpoint)} to ${vm}?`,
  keepAndGo: 'Create Checkpoint and Apply',
  go: 'Apply',
}

const revert = {
  title: 'Revert Virtual Machine',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to revert ${vm} to ${strong(checkpoint)}?`,
  keepAndGo: 'Create Checkpoint and Revert',
  go: 'Revert',
}

const goBack = {
  before: 'Now',
  after: 'Afterwards',
  current: { kept: 'the state of now, kept', lost: 'the state of now, lost' },
  goes: 'goes',
  more: (count: number) => (count === 1 ? '1 more checkpoint' : `${String(count)} more checkpoints`),
  states: { running: 'running', off: 'off', saved: 'saved', unknown: '' },
  start: 'Start it afterwards',
  started: 'started',
  disks: (checkpoint: string): Sentence =>
    sentence`Its disks will hold what they held when ${checkpoint} was taken.`,
  ends: 'What runs in the virtual machine now is ended, without being asked.',
  lostSince: (parent: string): Sentence =>
    sentence`Without a checkpoint first, everything since ${strong(parent)} is lost.`,
  lostAll: 'Without a checkpoint first, the current state of the virtual machine is lost.',
  afterwards: {
    off: (checkpoint: string): Sentence =>
      sentence`${checkpoint} holds no memory: the virtual machine will be ${strong('off')} afterwards.`,
    running: (checkpoint: string): Sentence =>
      sentence`${checkpoint} holds memory: the virtual machine will be ${strong('running')} afterwards, as it was then.`,
    saved: (checkpoint: string): Sentence =>
      sentence`${checkpoint} holds memory: the virtual machine will be ${strong('saved')} afterwards. Start it to go on from there.`,
    unknown: (checkpoint: string): Sentence =>
      sentence`The host does not say whether ${checkpoint} holds memory: the virtual machine will be off or saved afterwards.`,
  },
  cantKeep: (reason: string) => `A checkpoint can’t be taken first. ${reason}`,
  unasked: 'From then on the current state is kept as a checkpoint first, each time.',
}

const deleteCheckpoint = {
  title: 'Delete Checkpoint',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to delete ${strong(checkpoint)} from ${vm}?`,
  loses: (checkpoint: string): Sentence =>
    sentence`The state kept in ${strong(checkpoint)} can’t be gone back to afterwards.`,
  keepsNow: 'Nothing of Now is lost.',
  files: {
    merged:
      'Hyper-V merges its disk files with those that build on them. This can take a while and goes on by itself.',
    deleted: 'Nothing builds on its disk files, so Hyper-V deletes them at once.',
    kept: 'Several states build on its disk files, so these stay until all but one of those are gone.',
  },
  memory: 'The memory that was saved with it is deleted.',
  power: {
    Running: 'The virtual machine keeps running.',
    Paused: 'The virtual machine stays paused.',
    Off: 'The virtual machine stays off.',
    Saved: 'The virtual machine stays saved.',
    Hibernated: 'The virtual machine stays hibernated.',
    other: 'The virtual machine is not touched otherwise.',
  },
  unasked: 'From then on a checkpoint is deleted without a question.',
  delete: 'Delete',
  keep: "Don't Delete",
}

const deleteSubtree = {
  title: 'Delete Checkpoint Subtree',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to delete ${strong(checkpoint)} and all checkpoints under it from ${vm}?`,
  loses: (count: number): Sentence =>
    sentence`${strong(`${String(count)} checkpoints`)} go. The states kept in them can’t be gone back to afterwards.`,
  files: {
    merged:
      'Hyper-V merges those of their disk files that Now builds on, and deletes the others. This can take a while and goes on by itself.',
    deleted: 'Nothing else builds on their disk files, so Hyper-V deletes them at once.',
  },
  memory: 'The memory that was saved with them is deleted.',
  unasked: 'From then on a checkpoint and all under it are deleted without a question.',
}

const name = {
  title: 'Checkpoint Name',
  intro: (vm: string): Sentence => sentence`A checkpoint of ${strong(vm)} is taken with this name.`,
  name: 'Name',
  notes: 'Notes',
  notesHint: 'For what, and until when? Kept in Hyper-V with the checkpoint. Optional.',
  reason: 'Reason',
  reasonHint: 'Why it is taken. Kept by Savepoint, which shows it with the checkpoint. Optional.',
  checkpoint: 'Checkpoint',
}

const exporting = {
  title: 'Export Virtual Machine',
  intro: 'Specify where you want to save the files.',
  holds: (checkpoint: string): Sentence =>
    sentence`The export holds everything up to ${strong(checkpoint)} and nothing that came after it.`,
  meanwhile: 'The virtual machine can go on running. Progress is shown in the Status column.',
  location: 'Location',
  export: 'Export',
  empty: 'Choose a folder on the host.',
  hint: 'A folder on the host. The export makes one of its own in it.',
  size: {
    reading: 'How much that is, is being read…',
    unknown: 'The host does not say how much that is.',
    known: (size: string): Sentence => sentence`That is about ${strong(size)} on the disk.`,
  },
}

const folders = {
  browse: 'Browse…',
  recent: 'Folders used lately',
  title: 'Folders on the host',
  drives: 'Drives',
  up: 'Up',
  empty: 'No folders in here.',
  reading: 'Reading…',
}

const power = {
  turnOffTitle: 'Turn Off',
  turnOffQuestion: (vm: string): Sentence => sentence`Are you sure you want to turn off ${strong(vm)}?`,
  turnOffSeveral: (count: number): Sentence =>
    sentence`Are you sure you want to turn off these ${strong(`${String(count)} virtual machines`)}?`,
  turnOffLoses: 'This is like pulling the plug: what the guest has not written to its disks yet is lost.',
  turnOffLosesSaved: 'Its saved state is discarded: what was open in it is lost.',
  turnOffUnasked: 'From then on a virtual machine is turned off at once, without a question.',
  turnOff: 'Turn Off',
  keepOn: "Don't Turn Off",
  shutDownTitle: 'Shut Down',
  shutDownQuestion: (vm: string): Sentence => sentence`Are you sure you want to shut down ${strong(vm)}?`,
  shutDownSeveral: (count: number): Sentence =>
    sentence`Are you sure you want to shut down these ${strong(`${String(count)} virtual machines`)}?`,
  machines: 'Virtual machines',
  shutDownLoses: 'The guest closes its programs and may ask about unsaved work.',
  shutDown: 'Shut Down',
  keepRunning: "Don't Shut Down",
}

const settings = {
  title: (vm: string) => `Settings for ${vm}`,
  titleOfSeveral: 'Settings for several virtual machines',
  on: (host: string) => `on ${host}`,
  intro: 'You can configure options for checkpoints for this virtual machine.',
  introOfSeveral:
    'You can configure options for checkpoints for these virtual machines. Where they differ, a box is filled and no circle is chosen; only what you change is set.',
  machines: 'Virtual machines',
  type: 'Checkpoint Type',
  enable: 'Enable checkpoints',
  select:
    'Select the type of checkpoint that will be created when users choose to checkpoint this virtual machine.',
  production: 'Production checkpoints',
  productionMeaning:
    'Use backup technology in the guest operating system to create data-consistent checkpoints that don’t include information about running applications.',
  fallback: 'Create standard checkpoints if it’s not possible to create a production checkpoint.',
  fallbackMeaning:
    'Take a checkpoint with full application state if it is not possible to use backup technology inside the guest operating system.',
  standard: 'Standard checkpoints',
  standardMeaning:
    'Create application-consistent checkpoints that capture the current state of applications, memory included.',
  automatic: 'Use automatic checkpoints',
  automaticMeaning: 'Hyper-V takes one by itself when the virtual machine starts, and deletes it by itself.',
  location: 'Checkpoint File Location',
  locationIntro:
    'Choose where to store the checkpoint configuration and checkpoint saved state files for this virtual machine.',
  disksStay: 'Disk files (.avhdx) always stay beside their parent disk, whatever is set here.',
  differentFolders: 'Different folders',
  lockedBy: (names: readonly string[]) =>
    `The checkpoint file location can’t change while one of these virtual machines has checkpoints: ${names.join(', ')}.`,
  places: {
    configuration: 'Configuration, saved state',
    disks: 'Disk files (.avhdx)',
    reading: 'Reading…',
    unknown: 'The host does not tell',
  },
  changedMeanwhile: {
    now: (vm: string, type: string, isAutomatic: boolean, location: string) =>
      `${vm} was changed elsewhere meanwhile: ${type}; automatic checkpoints ${isAutomatic ? 'on' : 'off'}; ${location}.`,
    kept: 'What you have chosen here is kept, and set only by OK or Apply.',
  },
  results: {
    title: 'Results',
    underWay: 'Changing settings…',
    summary: (done: number, failed: number) =>
      failed === 0
        ? `Changed: ${String(done)}.`
        : `Changed: ${String(done)}. Not changed: ${String(failed)}.`,
    states: { 'under-way': 'Changing…', done: 'Changed', failed: 'Not changed' },
  },
  ok: 'OK',
  apply: 'Apply',
}

const shortcuts = {
  title: 'Keyboard Shortcuts',
  menuKey: 'Context menu',
  leave: 'Leave a dialog or an edit',
  lists: [
    { label: 'Select several', keys: 'Shift+↑ ↓' },
    { label: 'One more, or one less', keys: 'Ctrl+Space' },
    { label: 'Select all', keys: 'Ctrl+A' },
    { label: 'Width of a column or a pane', keys: 'Shift+← →' },
  ],
}

const about = {
  title: 'About Savepoint',
  what: 'Takes, shows, applies and cleans up Hyper-V checkpoints.',
  notBackup: 'Checkpoints are not backups: they live on the same disks as the virtual machine.',
  facts: {
    version: 'Version',
    host: 'Host',
    speaks: 'Speaks to',
    system: 'System',
    runsOn: 'Runs on',
    log: 'Log',
    licenses: 'Licences',
  },
  electron: (electron: string, chromium: string, node: string) =>
    `Electron ${electron}, Chromium ${chromium}, Node.js ${node}`,
  browser: (node: string) => `Node.js ${node}, shown in a browser`,
  noLog: 'None: its folder can’t be written',
  licensesOfSources: 'MIT, see LICENSE beside the sources',
  logName: 'the log',
  licensesName: 'the licences',
  copyDiagnostics: 'Copy Diagnostics',
}

const joinGroup = {
  offer: 'Add This Account…',
  title: 'Join Hyper-V Administrators',
  what: 'Adds the account you are signed in with to the Windows group Hyper-V Administrators, once. You can then use Hyper-V without being an administrator.',
  consent:
    'Windows asks for an administrator’s consent. Savepoint itself stays without an administrator’s rights.',
  control:
    'Members of this group have full control of all virtual machines on this computer, and of what is in them.',
  signIn: 'It holds from the next time you sign in to Windows.',
  waiting: 'Windows is asking for an administrator’s consent…',
  joined:
    'This account was added to Hyper-V Administrators. Sign out of Windows and in again, then open Savepoint.',
  wasMember:
    'This account was a member of Hyper-V Administrators already. Sign out of Windows and in again, then open Savepoint.',
  join: 'Add This Account',
}

const diagnostics = {
  checking: 'Looking at everything between Savepoint and Hyper-V…',
  wait: 'This takes a few seconds.',
  failed: 'It could not be found out.',
  findings: 'Findings',
  checkedAt: (moment: string) => `Checked ${moment}`,
  copy: 'Copy',
  copyAll: 'Copy All',
  checkAgain: 'Check Again',
}

export const dialogText = {
  cancel: 'Cancel',
  close: 'Close',
  dontAskAgain: "Please don't ask me again",
  gone: 'It is no longer there, so there is nothing left to decide.',
  apply,
  revert,
  goBack,
  deleteCheckpoint,
  deleteSubtree,
  name,
  exporting,
  folders,
  power,
  settings,
  shortcuts,
  about,
  joinGroup,
  diagnostics,
} as const
