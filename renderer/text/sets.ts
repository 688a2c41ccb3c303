import { sentence, strong, type Sentence } from '../sentence.ts'

const machines = (count: number): string =>
  count === 1 ? '1 virtual machine' : `${String(count)} virtual machines`

const take = {
  title: 'Checkpoint of Several Virtual Machines',
  intro:
    'Each of them gets a checkpoint, one set that can be applied and deleted together. In the name, {vm}, {date}, {time} and {reason} are filled in for each.',
  name: 'Name',
  preview: (vm: string, name: string) => `For ${vm}: ${name}`,
  notes: 'Notes',
  notesHint: 'For all of them. Optional.',
  reason: 'Reason',
  reasonHint: 'Why they are taken. Kept by Savepoint, which shows it with each of them. Optional.',
  kind: {
    asSet: 'As set for each virtual machine',
    production: 'Production',
    standard: 'Standard',
    putBack: 'For these alone: the setting of each virtual machine is put back afterwards.',
    same: 'The settings of the virtual machines are not touched.',
  },
  machines: 'Virtual machines and what their checkpoints will be',
  leftOut: 'left out',
  none: 'None of these virtual machines can take a checkpoint now.',
  checkpoint: 'Take Checkpoints',
  done: 'Taken',
}

const apply = {
  title: 'Apply Set',
  question: (count: number): Sentence =>
    sentence`Are you sure you want to take ${strong(machines(count))} back to the checkpoints of this set?`,
  lost: 'What each of them has done since is lost, unless a checkpoint keeps it first. What runs in them is ended, without being asked.',
  order:
    'They are taken back one after another, in this order. Where one fails, those after it are left as they are.',
  list: 'Virtual machines in the order in which they are taken back',
  include: (vm: string) => `Take ${vm} back`,
  up: (vm: string) => `Move ${vm} up`,
  down: (vm: string) => `Move ${vm} down`,
  moved: (vm: string, place: number) => `${vm} is number ${String(place)} now.`,
  afterwards: {
    off: 'off afterwards',
    running: 'running afterwards',
    saved: 'saved afterwards',
    unknown: 'off or saved afterwards',
  },
  cantKeep: (reason: string) => `Its state of now can’t be kept. ${reason}`,
  cantKeepAll: 'The state of now can’t be kept of all of them: leave those out, or apply without.',
  keepAndGo: 'Create Checkpoints and Apply',
  go: 'Apply',
  stop: 'Stop after This One',
  done: 'Applied',
}

const remove = {
  title: 'Delete Set',
  question: (count: number): Sentence =>
    sentence`Are you sure you want to delete this set of ${strong(`${String(count)} checkpoints`)}?`,
  loses: 'The states kept in them can’t be gone back to afterwards.',
  keepsNow: 'Nothing of Now is lost. Hyper-V merges the disk files, which can take a while.',
  list: 'Checkpoints of the set',
  delete: 'Delete',
  keep: "Don't Delete",
  done: 'Deleted',
}

const checkpoints = (count: number): string => (count === 1 ? '1 checkpoint' : `${String(count)} checkpoints`)

/** Of several machines at a time, those of one kind or age. */
const removeSeveral = {
  title: 'Delete Checkpoints of Several Virtual Machines',
  question: (count: number, ofMachines: number): Sentence =>
    count === 0
      ? sentence`No checkpoint of these virtual machines is meant by that.`
      : sentence`Are you sure you want to delete ${strong(checkpoints(count))} of ${strong(machines(ofMachines))}?`,
  which: 'Of each virtual machine, delete',
  choices: {
    automatic: () => 'Automatic ones',
    old: (days: number) => `Those older than ${days === 1 ? '1 day' : `${String(days)} days`}`,
    'all-but-newest': () => 'All but the newest that somebody took',
  },
  machines: 'Virtual machines and what it does to them',
  machine: {
    none: 'Has none of these',
    nothingChosen: 'Left as it is',
    reading: (count: number) => `${checkpoints(count)}, how much that frees is being read`,
    unknown: (count: number) => `${checkpoints(count)}, how much that frees is not known`,
    frees: (count: number, range: string) => `${checkpoints(count)}, frees ${range}`,
    tight: (count: number, roots: string) =>
      `${checkpoints(count)}, and ${roots} may not have the room that the merges need meanwhile`,
    left: 'Left as it is',
    underWay: (done: number, all: number) => `Deleted: ${String(done)} of ${String(all)}`,
    deleted: (done: number) => (done === 0 ? 'Nothing was deleted' : `Deleted: ${String(done)}`),
    failed: (done: number, failed: number) =>
      `Deleted: ${String(done)}. Not deleted: ${String(failed)}, see below`,
  },
  delete: 'Delete',
  keep: "Don't Delete",
}

export const setText = {
  take,
  apply,
  remove,
  removeSeveral,
  applyCommand: 'Apply Set…',
  deleteCommand: 'Delete Set…',
  together: 'Taken together with',
  others: (names: readonly string[]) =>
    `${names.length === 1 ? '1 other' : `${String(names.length)} others`}: ${names.join(', ')}`,
  states: {
    waiting: 'Waits for its turn',
    'under-way': 'Under way',
    failed: 'Failed',
    left: 'Left as it is',
  },
  unknown: 'How this ended is not known. Look at the list: it shows what is true now.',
  /** Read out; the list is there for who looks. */
  summary: (done: string, count: { readonly done: number; readonly failed: number; readonly left: number }) =>
    [
      `${done}: ${String(count.done)}.`,
      ...(count.failed === 0 ? [] : [`Failed: ${String(count.failed)}.`]),
      ...(count.left === 0 ? [] : [`Left as they are: ${String(count.left)}.`]),
    ].join(' '),
} as const
