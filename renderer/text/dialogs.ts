import { sentence, strong, type Sentence } from '../sentence.ts'

const apply = {
  title: 'Apply Checkpoint',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to apply ${strong(checkpoint)} to ${vm}?`,
  keepAndApply: 'Create Checkpoint and Apply',
  apply: 'Apply',
}

const revert = {
  title: 'Revert Virtual Machine',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to revert ${vm} to ${strong(checkpoint)}?`,
  keepAndRevert: 'Create Checkpoint and Revert',
  revert: 'Revert',
}

const goBack = {
  before: 'Now',
  after: 'Afterwards',
  current: { kept: 'the state of now, kept', lost: 'the state of now, lost' },
  states: { Running: 'running', Off: 'off', Saved: 'saved', unknown: '' },
  lostSince: (parent: string): Sentence =>
    sentence`Without a checkpoint first, everything since ${strong(parent)} is lost.`,
  lostAll: 'Without a checkpoint first, the current state of the virtual machine is lost.',
  after_off: (checkpoint: string): Sentence =>
    sentence`${checkpoint} holds no memory: the virtual machine will be ${strong('off')} afterwards.`,
  after_running: (checkpoint: string): Sentence =>
    sentence`${checkpoint} holds memory: the virtual machine will be ${strong('running')} afterwards, as it was then.`,
  after_saved: (checkpoint: string): Sentence =>
    sentence`${checkpoint} holds memory: the virtual machine will be ${strong('saved')} afterwards. Start it to go on from there.`,
  after_unknown: (checkpoint: string): Sentence =>
    sentence`The host does not say whether ${checkpoint} holds memory: the virtual machine will be off or saved afterwards.`,
  cantKeep: (reason: string) => `A checkpoint can’t be taken first. ${reason}`,
}

const deleteCheckpoint = {
  title: 'Delete Checkpoint',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to delete ${strong(checkpoint)} from ${vm}?`,
  loses: (checkpoint: string): Sentence =>
    sentence`The state kept in ${strong(checkpoint)} can’t be gone back to afterwards.`,
  keepsNow: 'Nothing of Now is lost.',
  merges:
    'Hyper-V merges its disk files with those that build on them. This can take a while and goes on by itself.',
  delete: 'Delete',
  keep: "Don't Delete",
}

const deleteSubtree = {
  title: 'Delete Checkpoint Subtree',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to delete ${strong(checkpoint)} and all checkpoints under it from ${vm}?`,
  these: (count: number) =>
    count === 1 ? 'This checkpoint goes:' : `These ${String(count)} checkpoints go:`,
  loses: 'The states kept in them can’t be gone back to afterwards.',
}

const name = {
  title: 'Checkpoint Name',
  intro: (vm: string): Sentence => sentence`A checkpoint of ${strong(vm)} is taken with this name.`,
  name: 'Name',
  notes: 'Notes',
  notesHint: 'For what, and until when? Optional.',
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
}

const folders = {
  browse: 'Browse…',
  title: 'Folders on the host',
  drives: 'Drives',
  up: 'Up',
  empty: 'No folders in here.',
  reading: 'Reading…',
}

const power = {
  turnOffTitle: 'Turn Off',
  turnOffQuestion: (vm: string): Sentence => sentence`Are you sure you want to turn off ${strong(vm)}?`,
  turnOffLoses: 'This is like pulling the plug: what the guest has not written to its disks yet is lost.',
  turnOffLosesSaved: 'Its saved state is discarded: what was open in it is lost.',
  turnOff: 'Turn Off',
  keepOn: "Don't Turn Off",
  shutDownTitle: 'Shut Down',
  shutDownQuestion: (vm: string): Sentence => sentence`Are you sure you want to shut down ${strong(vm)}?`,
  shutDownLoses: 'The guest closes its programs and may ask about unsaved work.',
  shutDown: 'Shut Down',
  keepRunning: "Don't Shut Down",
}

const settings = {
  title: (vm: string, host: string) => `Settings for ${vm} on ${host}`,
  intro: 'You can configure options for checkpoints for this virtual machine.',
  type: 'Checkpoint Type',
  enable: 'Enable checkpoints',
  select:
    'Select the type of checkpoint that will be created when users choose to checkpoint this virtual machine.',
  production: 'Production checkpoints',
  productionMeaning:
    'Use backup technology in the guest operating system to create data-consistent checkpoints that don’t include information about running applications.',
  fallback: 'Create standard checkpoints if it’s not possible to create a production checkpoint.',
  standard: 'Standard checkpoints',
  standardMeaning: 'Capture the current state of applications, memory included.',
  automatic: 'Use automatic checkpoints',
  location: 'Checkpoint File Location',
  locationIntro:
    'Choose where to store the checkpoint configuration and checkpoint saved state files for this virtual machine.',
  disksStay: 'Disk files (.avhdx) always stay beside their parent disk, whatever is set here.',
  ok: 'OK',
  apply: 'Apply',
}

const shortcuts = { title: 'Keyboard Shortcuts', menuKey: 'Context menu', leave: 'Leave a dialog or an edit' }

const about = {
  title: 'About Savepoint',
  what: 'Takes, shows, applies and cleans up Hyper-V checkpoints.',
  notBackup: 'Checkpoints are not backups: they live on the same disks as the virtual machine.',
  host: 'Host',
  speaks: 'Speaks to',
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
  diagnostics,
} as const
