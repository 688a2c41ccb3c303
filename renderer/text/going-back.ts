import { sentence, strong, type Sentence } from '../sentence.ts'

export const applyText = {
  title: 'Apply Checkpoint',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to apply ${strong(checkpoint)} to ${vm}?`,
  keepAndGo: 'Create Checkpoint and Apply',
  go: 'Apply',
}

export const revertText = {
  title: 'Revert Virtual Machine',
  question: (checkpoint: string, vm: string): Sentence =>
    sentence`Are you sure you want to revert ${vm} to ${strong(checkpoint)}?`,
  keepAndGo: 'Create Checkpoint and Revert',
  go: 'Revert',
}

export const goBackText = {
  before: 'Now',
  after: 'Afterwards',
  current: { kept: 'the state of now, kept', lost: 'the state of now, lost' },
  goes: 'goes',
  more: (count: number): string => (count === 1 ? '1 more checkpoint' : `${String(count)} more checkpoints`),
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
  cantKeep: (reason: string): string => `A checkpoint can’t be taken first. ${reason}`,
  unasked: 'From then on the current state is kept as a checkpoint first, each time.',
}
