import { sentence, strong, type Sentence } from '../sentence.ts'

const machines = (count: number): string =>
  count === 1 ? '1 virtual machine' : `${String(count)} virtual machines`

const take = {
  title: 'Checkpoint of Several Virtual Machines',
  intro:
    'Each of them gets a checkpoint, one set that can be applied and deleted together. In the name, {vm}, {date} and {time} are filled in for each.',
  name: 'Name',
  preview: (vm: string, name: string) => `For ${vm}: ${name}`,
  notes: 'Notes',
  notesHint: 'For all of them. Optional.',
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

export const setText = {
  take,
  apply,
  remove,
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
