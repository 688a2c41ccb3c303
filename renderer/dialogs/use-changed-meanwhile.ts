import { computed, shallowRef, type ComputedRef } from 'vue'
import type { CheckpointPolicy, Vm, VmId } from '#contract/model'
import { isSamePolicy } from './policy-choice.ts'

/** Tells which machines' settings were changed by somebody else since they were first shown. */
export function useChangedMeanwhile(vms: () => readonly Vm[]): {
  readonly changed: ComputedRef<readonly Vm[]>
  /** What is asked for here comes back as a change, and is none of somebody else's. */
  readonly expect: (vm: Vm, changes: Partial<CheckpointPolicy>) => void
} {
  const own = shallowRef<ReadonlyMap<VmId, readonly CheckpointPolicy[]>>(
    new Map(vms().map(({ id, policy }) => [id, [policy]])),
  )
  const changed = computed(() =>
    vms().filter(
      ({ id, policy }) => own.value.get(id)?.every((each) => !isSamePolicy(each, policy)) ?? false,
    ),
  )

  function expect({ id, policy }: Vm, changes: Partial<CheckpointPolicy>): void {
    own.value = new Map([
      ...own.value,
      [id, [...(own.value.get(id) ?? []), policy, { ...policy, ...changes }]],
    ])
  }

  return { changed, expect }
}
