import { deletableOf } from '#contract/health-of-list'
import type { Checkpoint, Vm } from '#contract/model'

/** Which checkpoints of several machines are deleted. What hurts least comes first. */
export type DeletionChoice = 'automatic' | 'old' | 'all-but-newest'

export const deletionChoices: readonly DeletionChoice[] = ['automatic', 'old', 'all-but-newest']

interface Age {
  /** Milliseconds since 1970. */
  readonly now: number
  /** From how many days on a checkpoint is old. */
  readonly oldAfter: number
}

const day = 86_400_000

/** Pure. What nobody knows the age of is no older than anything, and stays. */
export function chosenOf(vm: Vm, choice: DeletionChoice, { now, oldAfter }: Age): readonly Checkpoint[] {
  const deletable = deletableOf(vm)
  switch (choice) {
    case 'automatic':
      return deletable.filter(({ category }) => category === 'automatic')
    case 'old':
      return deletable.filter((each) => now - (takenAt(each) ?? now) > oldAfter * day)
    case 'all-but-newest': {
      const newest = newestOf(deletable)
      return deletable.filter((each) => each.id !== newest?.id && takenAt(each) !== null)
    }
  }
}

/** An automatic one goes by itself when the machine is shut down, so that it is no way back to keep. */
function newestOf(checkpoints: readonly Checkpoint[]): Checkpoint | null {
  const taken = checkpoints.filter(({ category }) => category === 'user')
  const among = taken.length > 0 ? taken : checkpoints
  return among.reduce<Checkpoint | null>(
    (newest, each) =>
      (takenAt(each) ?? 0) >= (newest === null ? 0 : (takenAt(newest) ?? 0)) ? each : newest,
    null,
  )
}

function takenAt({ createdAt }: Checkpoint): number | null {
  return createdAt === null ? null : Date.parse(createdAt)
}
