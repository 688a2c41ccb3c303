import type { CheckpointType } from '#contract/model'
import type { LeftBehind } from './journal-entry.ts'

/**
 * Two apps at a time may each have lent a machine another kind, and the later one took for its own what the earlier had
 * lent. Where both are gone before either gave back, the machine's own kind is the one that the earlier found. Oldest first.
 */
export function untangleLoans(leftBehind: readonly LeftBehind[]): readonly LeftBehind[] {
  const untangled: LeftBehind[] = []
  for (const left of leftBehind) untangled.push(withOwnPolicy(left, untangled))
  return untangled
}

function withOwnPolicy(left: LeftBehind, earlier: readonly LeftBehind[]): LeftBehind {
  const { intent, before } = left
  if (before === null || lentBy(left) === null) return left
  const lender = earlier.findLast(
    (each) => each.intent.vmId === intent.vmId && lentBy(each) === before.policy.type,
  )
  const type = lender?.before?.policy.type ?? before.policy.type
  return { intent, before: { ...before, policy: { ...before.policy, type } } }
}

/** Null where nothing was sent, or the machine's own kind was wished. */
function lentBy({ intent: { wish }, before }: LeftBehind): CheckpointType | null {
  if (wish.kind !== 'create-checkpoint' || wish.type === undefined) return null
  return before === null || before.policy.type === wish.type ? null : wish.type
}
