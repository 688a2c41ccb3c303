import { mostUndoSeconds } from '#contract/most-undo-seconds'

/** Whole seconds, the last one included; 0 once it is over. Never more than are ever waited, for clocks are set back. */
export function secondsUntil(moment: string): number {
  const seconds = Math.ceil((Date.parse(moment) - Date.now()) / 1_000)
  return Math.min(Math.max(0, seconds), mostUndoSeconds)
}
