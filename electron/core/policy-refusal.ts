import { type Refusal, locationRefusal } from '#contract/eligibility'
import type { CheckpointPolicy, Vm } from '#contract/model'
import { isSamePolicy } from './same-policy.ts'
import type { PolicyChanges } from './wish.ts'

/** Where it is no longer what the caller was shown, or a location is to change that can't. */
export function policyRefusal(
  vm: Vm,
  changes: PolicyChanges,
  shown: CheckpointPolicy | undefined,
): Refusal | null {
  return changedRefusal(vm, shown) ?? movedLocationRefusal(vm, changes)
}

function changedRefusal(vm: Vm, shown: CheckpointPolicy | undefined): Refusal | null {
  if (shown === undefined || isSamePolicy(vm.policy, shown)) return null
  return {
    code: 'changed-meanwhile',
    message: `The settings of ${vm.name} were changed elsewhere meanwhile. Look at them and decide again.`,
  }
}

function movedLocationRefusal(vm: Vm, changes: PolicyChanges): Refusal | null {
  const isSameLocation = changes.location === undefined || changes.location === vm.policy.location
  return isSameLocation ? null : locationRefusal(vm)
}
