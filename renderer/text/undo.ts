import { sentence, strong, type Sentence } from '../sentence.ts'

/** What can be taken back, and for how long. */
export const undoText = {
  title: 'Can be undone',
  undo: 'Undo',
  willDelete: (checkpoint: string, seconds: number): Sentence =>
    sentence`${strong(checkpoint)} will be deleted in ${inSeconds(seconds)}.`,
  willDeleteSubtree: (checkpoint: string, seconds: number): Sentence =>
    sentence`${strong(checkpoint)} and all under it will be deleted in ${inSeconds(seconds)}.`,
  /** Said once, when the time begins, for those who listen. */
  said: (words: string) => `${words} Ctrl+Z undoes it.`,
  applied: (checkpoint: string, vm: string): Sentence =>
    sentence`${strong(checkpoint)} was applied to ${vm}.`,
  reverted: (checkpoint: string, vm: string): Sentence =>
    sentence`${vm} was reverted to ${strong(checkpoint)}.`,
  goesBack: 'Undo goes back to the state before. What was done since is lost then.',
  canBe: (done: string) => `${done} It can be undone.`,
  undone: 'Undone, nothing was deleted',
  refused: 'Undo',
  /** Of a row in the tree. */
  going: 'is about to be deleted',
} as const

function inSeconds(seconds: number): string {
  return seconds === 1 ? '1 second' : `${String(seconds)} seconds`
}
