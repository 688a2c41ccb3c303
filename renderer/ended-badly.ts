import type { Operation } from '#contract/model'

/** What somebody cancelled did not go wrong. */
export function endedBadly({ state, error }: Pick<Operation, 'state' | 'error'>): boolean {
  return state === 'unknown' || (state === 'failed' && error?.code !== 'cancelled')
}
