import type { Checkpoint, Vm } from './model.ts'
import type { Readiness } from './readiness.ts'

/** No zod in here: the renderer imports this file at run time. */

/** What is good to know before a machine is taken back to a checkpoint, and is seen neither in the machine nor in its tree. */
export interface GoBackCaution {
  readonly kind: 'old' | 'pass-through-disks' | 'shared-disks' | 'clustered' | 'replicated'
  readonly sentence: string
}

interface Age {
  /** Milliseconds since 1970. */
  readonly now: number
  /** From how many days on a checkpoint is old. */
  readonly oldAfter: number
}

/**
 * Pure; `readiness` is null where nothing is known of it. What weighs most comes first. Whether a machine is a domain
 * controller nobody can see from here, and its name is no reason to think so: age is what makes it matter, for all alike.
 */
export function goBackCautions(
  vm: Vm,
  target: Checkpoint,
  readiness: Readiness | null,
  age: Age,
): readonly GoBackCaution[] {
  return [
    ...ageCaution(target, age),
    ...(readiness === null ? [] : diskCautions(readiness)),
    ...(readiness?.isClustered === true ? [clustered] : []),
    ...(vm.replication === 'Primary' ? [replicated] : []),
  ]
}

const day = 86_400_000

function ageCaution({ createdAt }: Checkpoint, { now, oldAfter }: Age): readonly GoBackCaution[] {
  const days = createdAt === null ? 0 : Math.floor((now - Date.parse(createdAt)) / day)
  if (days <= oldAfter) return []
  const sentence = `It is ${String(days)} days old, and other computers have gone on since: a member of a domain may have to join it again, and a domain controller should not be taken back.`
  return [{ kind: 'old', sentence }]
}

function diskCautions({ passThroughDisks, sharedDisks }: Readiness): readonly GoBackCaution[] {
  return [...(passThroughDisks === 0 ? [] : [passThrough]), ...(sharedDisks === 0 ? [] : [shared])]
}

const passThrough: GoBackCaution = {
  kind: 'pass-through-disks',
  sentence: 'A physical disk of it stays as it is, and may not fit the other disks afterwards.',
}

const shared: GoBackCaution = {
  kind: 'shared-disks',
  sentence: 'A disk of it may be in use by other virtual machines: it goes back for them too.',
}

const clustered: GoBackCaution = {
  kind: 'clustered',
  sentence: 'A cluster runs it: what works together with it there stays as it is now.',
}

const replicated: GoBackCaution = {
  kind: 'replicated',
  sentence: 'It is replicated to another host: after going back it may have to be replicated anew.',
}
