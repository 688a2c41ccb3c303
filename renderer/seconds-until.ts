/** Whole seconds, the last one included; 0 once it is over. */
export function secondsUntil(moment: string): number {
  return Math.max(0, Math.ceil((Date.parse(moment) - Date.now()) / 1_000))
}
