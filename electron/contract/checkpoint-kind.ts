import type { CheckpointRecord } from './checkpoint-record.ts'
import type { Checkpoint } from './model.ts'

/**
 * What a checkpoint is. A production checkpoint and one taken while the machine was off look alike afterwards (neither
 * holds memory), so only a record of how it was taken tells them apart. Without one it is called by a word of its own
 * rather than guessed.
 */
export type CheckpointKind =
  | 'production'
  | 'standard-with-memory'
  /** Production was asked for and was not possible. */
  | 'standard-fell-back'
  /** The disks alone, since nothing ran when it was taken. */
  | 'offline'
  /** The disks alone; nobody knows whether it is a production checkpoint or was taken while the machine was off. */
  | 'disk-only'
  | 'automatic'
  | 'backup'
  | 'replica'
  | 'planned'
  | 'missing'
  | 'unknown'

/** `record` is what the app knows of having taken it; null where that is nothing. */
export function checkpointKind(checkpoint: Checkpoint, record: CheckpointRecord | null): CheckpointKind {
  if (checkpoint.category !== 'user') return checkpoint.category
  switch (checkpoint.isSaved) {
    case null:
      return 'unknown'
    case true:
      return (record?.asked ?? checkpoint.policyWhenTaken) === 'Production'
        ? 'standard-fell-back'
        : 'standard-with-memory'
    case false:
      return record === null ? kindByPolicy(checkpoint) : kindByRecord(record)
  }
}

/** Whoever asks for a standard checkpoint of a machine with memory gets the memory, so this one had none. */
function kindByPolicy({ policyWhenTaken }: Checkpoint): CheckpointKind {
  return policyWhenTaken === 'Standard' ? 'offline' : 'disk-only'
}

function kindByRecord({ asked, stateBefore }: CheckpointRecord): CheckpointKind {
  if (stateBefore === 'Off') return 'offline'
  const isProduction = asked === 'Production' || asked === 'ProductionOnly'
  return isProduction && stateBefore === 'Running' ? 'production' : 'disk-only'
}
