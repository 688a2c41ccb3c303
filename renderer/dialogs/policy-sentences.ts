import { locationRefusal } from '#contract/eligibility'
import type { Vm } from '#contract/model'
import { text } from '../text.ts'

/** Why the location can't change, or null. For several machines: which of them stand in the way. */
export function lockedSentence(vms: readonly Vm[]): string | null {
  const locking = vms.filter((vm) => locationRefusal(vm) !== null)
  const [first] = locking
  if (first === undefined) return null
  if (vms.length === 1) return locationRefusal(first)?.message ?? null
  return text.dialog.settings.lockedBy(locking.map(({ name }) => name))
}

/** What somebody else has changed, as it is now. */
export function changedSentence(changed: readonly Vm[]): string {
  const words = text.dialog.settings.changedMeanwhile
  const now = changed.map(({ name, policy }) =>
    words.now(name, text.checkpointTypes[policy.type], policy.automatic, policy.location),
  )
  return [...now, words.kept].join(' ')
}
