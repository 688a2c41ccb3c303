import { sentence, strong, type Sentence } from '../sentence.ts'
import { shortcutsText, aboutText, joinGroupText, diagnosticsText } from './app-dialogs.ts'
import { deleteText, deleteSubtreeText } from './deletes.ts'
import { applyText, revertText, goBackText } from './going-back.ts'
import { machineSettingsText } from './machine-settings.ts'

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

export const dialogText = {
  cancel: 'Cancel',
  close: 'Close',
  dontAskAgain: "Please don't ask me again",
  gone: 'It is no longer there, so there is nothing left to decide.',
  unread: 'This could not be loaded. Where Savepoint runs, load the window again.',
  apply: applyText,
  revert: revertText,
  goBack: goBackText,
  deleteCheckpoint: deleteText,
  deleteSubtree: deleteSubtreeText,
  name,
  exporting,
  folders,
  power,
  settings: machineSettingsText,
  shortcuts: shortcutsText,
  about: aboutText,
  joinGroup: joinGroupText,
  diagnostics: diagnosticsText,
} as const
