import type { Refusal } from '#contract/eligibility'
import { AppError } from '#contract/errors'
import type { Checkpoint, CheckpointId, Vm } from '#contract/model'
import type { Seen, SessionNonce } from '#contract/seen'

/** Throws where an earlier start has shown it: of what has changed since nobody was told. */
export function requireSession({ session }: Seen, ours: SessionNonce): void {
  if (session === ours) return
  throw new AppError(
    'changed-meanwhile',
    'Savepoint was started again since this was shown, so nothing was done. Look at the checkpoints and decide again.',
  )
}

/** What would be lost by going back is what came after the checkpoint that "Now" hangs under. */
export function nowRefusal(vm: Vm, seen: CheckpointId | null): Refusal | null {
  if (vm.parentCheckpointId === seen) return null
  const name = vm.checkpoints.find(({ id }) => id === seen)?.name
  const moved =
    name === undefined
      ? `${vm.name} runs from something else than was shown.`
      : `${vm.name} no longer runs from “${name}”.`
  return { code: 'changed-meanwhile', message: `${moved} Look at its checkpoints and decide again.` }
}

/** Less than was shown may go, and never more. */
export function goesRefusal(vm: Vm, going: readonly Checkpoint[], { goes }: Seen): Refusal | null {
  const seen = new Set(goes)
  const unseen = going.filter(({ id }) => !seen.has(id))
  if (unseen.length === 0) return null
  return {
    code: 'changed-meanwhile',
    message: `Nothing was deleted, because ${listed(unseen)} would have gone without having been shown. Look at the checkpoints of ${vm.name} and decide again.`,
  }
}

/** As many as anybody reads in a sentence. */
const mostNamed = 3

function listed(checkpoints: readonly Checkpoint[]): string {
  const names = checkpoints.slice(0, mostNamed).map(({ name }) => `“${name}”`)
  const others = checkpoints.length - names.length
  const parts = others === 0 ? names : [...names, `${String(others)} more`]
  const last = parts.pop() ?? ''
  return parts.length === 0 ? last : `${parts.join(', ')} and ${last}`
}
