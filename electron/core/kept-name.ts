import { CheckpointName } from '#contract/inputs'
import { longestCheckpointName } from '#contract/names'
import type { VmBefore } from './journal-entry.ts'
import type { GoingBack } from './wish.ts'

/**
 * What the checkpoint is called that keeps the current state before going back. Null, for Hyper-V's own name, where the
 * one to go back to has none that could be said.
 */
export function keptName(
  { kind, checkpointId }: GoingBack,
  { checkpoints }: Pick<VmBefore, 'checkpoints'>,
): CheckpointName | null {
  const target = checkpoints.find(({ id }) => id === checkpointId)
  if (target === undefined) return null
  const begins = kind === 'apply-checkpoint' ? 'Before applying “' : 'Before reverting to “'
  const room = longestCheckpointName - begins.length - 1
  const name = CheckpointName.safeParse(`${begins}${shortened(sayable(target.name), room)}”`)
  return name.success ? name.data : null
}

/** Other tools let a name hold what ours must not. */
function sayable(name: string): string {
  return name.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, ' ')
}

/** By whole characters, so that none is cut in half. */
function shortened(name: string, room: number): string {
  if (name.length <= room) return name
  const short = name.slice(0, room - 1)
  return `${short.isWellFormed() ? short : short.slice(0, -1)}…`
}
