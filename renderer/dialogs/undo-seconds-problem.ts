import { mostUndoSeconds } from '#contract/most-undo-seconds'
import { text } from '../text.ts'

/** Why a delete can't wait for so many seconds; null where it can. */
export function undoSecondsProblem(seconds: number): string | null {
  const isPossible = Number.isInteger(seconds) && seconds >= 0 && seconds <= mostUndoSeconds
  return isPossible ? null : text.appSettings.undoProblem(mostUndoSeconds)
}
