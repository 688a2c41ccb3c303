import type { Operation } from '#contract/model'
import { sentence, strong, type Sentence } from '../sentence.ts'

/** What can be taken back, and for how long. */
export const undoText = {
  title: 'Can be undone',
  undo: 'Undo',
  willDelete: (kind: Operation['kind'], checkpoint: string, seconds: number): Sentence =>
    kind === 'delete-checkpoint-subtree'
      ? sentence`${strong(checkpoint)} and all under it will be deleted in ${inSeconds(seconds)}.`
      : sentence`${strong(checkpoint)} will be deleted in ${inSeconds(seconds)}.`,
  /** Said once, when the time begins, for those who listen. */
  said: (willDelete: string) => `${willDelete} Ctrl+Z undoes it.`,
  wentBack: (kind: Operation['kind'], checkpoint: string, vm: string): Sentence =>
    kind === 'revert'
      ? sentence`${vm} was reverted to ${strong(checkpoint)}.`
      : sentence`${strong(checkpoint)} was applied to ${vm}.`,
  isOff: 'It is off now, because the checkpoint holds no memory.',
  goesBack: 'Undo goes back to the state before. What was done since is lost then.',
  /** After the words that something was done. */
  canBe: 'It can be undone.',
  /** Of a row in the tree. */
  going: 'is about to be deleted',
} as const

function inSeconds(seconds: number): string {
  return seconds === 1 ? '1 second' : `${String(seconds)} seconds`
}
