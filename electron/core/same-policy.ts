import type { CheckpointPolicy } from '#contract/model'

export function isSamePolicy(one: CheckpointPolicy, other: CheckpointPolicy): boolean {
  return one.type === other.type && one.automatic === other.automatic && one.location === other.location
}
