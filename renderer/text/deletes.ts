import { sentence, strong, type Sentence } from '../sentence.ts'

export const deleteText = {
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

export const deleteSubtreeText = {
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
