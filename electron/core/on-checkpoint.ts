import type { Refusal } from '#contract/eligibility'
import type { Checkpoint, Vm } from '#contract/model'
import type { Change } from './change.ts'
import { requireCheckpoint } from './changer.ts'
import type { CheckpointRef } from './ports.ts'

/** A rule about a checkpoint, asked of it as it is when the rule is asked. */
export function onCheckpoint(
  { checkpointId }: Pick<CheckpointRef, 'checkpointId'>,
  refusal: (vm: Vm, checkpoint: Checkpoint) => Refusal | null,
): Change['refusal'] {
  return (vm) => refusal(vm, requireCheckpoint(vm, checkpointId))
}
