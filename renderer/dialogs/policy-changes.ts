import type { CheckpointPolicy } from '#contract/model'

/** Only what differs, so that a setting someone else changed meanwhile is not set back. */
export function policyChanges(before: CheckpointPolicy, after: CheckpointPolicy): Partial<CheckpointPolicy> {
  return {
    ...(after.type === before.type ? {} : { type: after.type }),
    ...(after.automatic === before.automatic ? {} : { automatic: after.automatic }),
    ...(after.location === before.location ? {} : { location: after.location }),
  }
}
