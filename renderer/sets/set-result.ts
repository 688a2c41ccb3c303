import type { Failure } from '#contract/errors'
import type { Operation } from '#contract/model'

/** How it goes with one of several machines. */
export type SetResult =
  | { readonly state: 'waiting' }
  | { readonly state: 'under-way'; readonly operation: Operation | null }
  | { readonly state: 'done'; readonly operation: Operation }
  | { readonly state: 'failed'; readonly failure: Failure | null }
  /** Nothing was done to it, since one before it failed or it was stopped. */
  | { readonly state: 'left' }

/** `null`: it was accepted, and nothing was heard of it yet. */
export function resultOf(operation: Operation | null): SetResult {
  switch (operation?.state) {
    case 'done':
    // What takes a while afterwards goes on by itself, and the checkpoint is gone or applied already.
    case 'merging':
      return { state: 'done', operation }
    case 'failed':
    case 'undone':
    case 'unknown':
      return { state: 'failed', failure: operation.error }
    case 'waiting':
    case 'queued':
    case 'running':
    case undefined:
      return { state: 'under-way', operation }
  }
}

/** How many of each, in the order in which one wants to know it. */
export function counted(results: readonly SetResult[]): Readonly<Record<SetResult['state'], number>> {
  const count = (state: SetResult['state']): number =>
    results.filter((result) => result.state === state).length
  return {
    waiting: count('waiting'),
    'under-way': count('under-way'),
    done: count('done'),
    failed: count('failed'),
    left: count('left'),
  }
}
