import type { Failure } from '#contract/errors'

/**
 * Whether Hyper-V may have done what it was asked to all the same, or may do it yet: the answer got lost, or Hyper-V itself
 * did not wait for its end.
 */
export function mayHaveHappened({ code }: Failure): boolean {
  return code === 'outcome-unknown' || code === 'timeout'
}
