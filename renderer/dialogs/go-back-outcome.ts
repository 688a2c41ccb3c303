import type { Checkpoint, Vm } from '#contract/model'

/** What a machine will be doing after it was taken back to the checkpoint. */
export type GoBackOutcome = 'off' | 'running' | 'saved' | 'unknown'

/** Hyper-V starts a machine again that ran before, if the checkpoint holds memory. */
export function goBackOutcome({ state }: Vm, { isSaved }: Checkpoint): GoBackOutcome {
  if (isSaved === null) return 'unknown'
  if (!isSaved) return 'off'
  return isAlive(state) ? 'running' : 'saved'
}

/** Whether programs run in it, or would go on when it is resumed. */
export function isAlive(state: Vm['state']): boolean {
  return state === 'Running' || state === 'Paused'
}
