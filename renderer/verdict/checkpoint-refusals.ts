import type { Refusal } from '#contract/eligibility'
import type { CheckpointType, Vm } from '#contract/model'
import { verdictOf } from '#contract/verdict'
import { useReadiness } from '../stores/readiness.ts'

/** Why no checkpoint can be taken now, by all that is known of the machine; null where one can. */
export function checkpointRefusal(vm: Vm, type?: CheckpointType): Refusal | null {
  const verdict = verdictOf(vm, useReadiness().of(vm.id).value ?? null, type)
  return verdict.kind === 'refused' ? verdict.refusal : null
}

/** The same where the kind may be chosen: what one kind is refused, the other may not be. */
export function chosenCheckpointRefusal(vm: Vm): Refusal | null {
  return checkpointRefusal(vm, 'Standard') && checkpointRefusal(vm)
}
