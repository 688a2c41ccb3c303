import type { Checkpoint } from './model.ts'

/**
 * What a checkpoint is, as far as it can tell by itself. A production checkpoint and one taken while the machine was
 * off look alike (neither holds memory), so that is called by a word of its own rather than guessed.
 */
export type CheckpointKind =
  | 'standard-with-memory'
  | 'standard-fell-back'
  | 'production-or-offline'
  | 'disk-only'
  | 'automatic'
  | 'backup'
  | 'replica'
  | 'planned'
  | 'missing'
  | 'unknown'

export function checkpointKind(checkpoint: Checkpoint): CheckpointKind {
  if (checkpoint.category !== 'user') return checkpoint.category
  switch (checkpoint.isSaved) {
    case null:
      return 'unknown'
    case true:
      return checkpoint.policyWhenTaken === 'Production' ? 'standard-fell-back' : 'standard-with-memory'
    case false:
      return checkpoint.policyWhenTaken === 'Production' || checkpoint.policyWhenTaken === 'ProductionOnly'
        ? 'production-or-offline'
        : 'disk-only'
  }
}
