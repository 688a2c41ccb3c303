import {
  type Refusal,
  applyRefusal,
  deleteRefusal,
  deleteSubtreeRefusal,
  revertRefusal,
  subtreeOf,
} from '#contract/eligibility'
import type { Checkpoint, Operation, Vm } from '#contract/model'
import type { Handlers, Parsed } from '#contract/operations'
import type { SessionNonce } from '#contract/seen'
import type { Change } from './change.ts'
import type { Changes } from './changes.ts'
import type { Inventory } from './inventory.ts'
import { mergeEnd } from './merge-end.ts'
import { onCheckpoint } from './on-checkpoint.ts'
import { goesRefusal, nowRefusal, requireSession } from './seen-refusal.ts'

type ThatLose = 'checkpoint.apply' | 'vm.revert' | 'checkpoint.delete' | 'checkpoint.deleteSubtree'

interface Dependencies {
  readonly inventory: Inventory
  readonly change: Changes['change']
  /** The mark of this start. */
  readonly session: SessionNonce
  /** How long a delete can be undone before it is sent. */
  readonly undoMilliseconds: () => number
}

/** What may lose something, done only to what was seen by whoever asks for it. */
export function losingHandlers({
  inventory,
  change,
  session,
  undoMilliseconds,
}: Dependencies): Pick<Handlers, ThatLose> {
  const goBack = (
    { vmId, checkpointId, keepCurrent, seen }: Parsed<'checkpoint.apply' | 'vm.revert'>,
    kind: 'apply-checkpoint' | 'revert',
    how: Pick<Change, 'refusal' | 'run'>,
  ): Promise<Operation> => {
    requireSession(seen, session)
    const wish = { kind, checkpointId, keepsCurrent: keepCurrent }
    return change({ vmId, wish, seenRefusal: (vm) => nowRefusal(vm, seen.now), ...how })
  }

  const deletion = (
    { vmId, checkpointId, seen }: Parsed<'checkpoint.delete' | 'checkpoint.deleteSubtree'>,
    { kind, going, refusal, run }: Deletion,
  ): Promise<Operation> => {
    requireSession(seen, session)
    const unseen = onCheckpoint({ checkpointId }, (vm, checkpoint) =>
      goesRefusal(vm, going(vm, checkpoint), seen),
    )
    return change({
      vmId,
      wish: { kind, checkpointId },
      seenRefusal: unseen,
      refusal: onCheckpoint({ checkpointId }, (vm, each) => unseen(vm) ?? refusal(vm, each)),
      run,
      undoMilliseconds: undoMilliseconds(),
      afterwards: (onProgress) => mergeEnd(inventory, vmId, onProgress),
    })
  }

  return {
    'checkpoint.apply': (input) =>
      goBack(input, 'apply-checkpoint', {
        refusal: onCheckpoint(input, applyRefusal),
        run: (host, { percent }) => host.applyCheckpoint(refOf(input), percent),
      }),
    'vm.revert': (input) =>
      goBack(input, 'revert', {
        refusal: onCheckpoint(input, (vm, { id }) => revertRefusal(vm) ?? nowRefusal(vm, id)),
        // A kept checkpoint becomes the parent of "Now", so what was meant has to be applied by its own Id then.
        run: (host, { percent }) =>
          input.keepCurrent
            ? host.applyCheckpoint(refOf(input), percent)
            : host.revert(refOf(input), percent),
      }),
    'checkpoint.delete': (input) =>
      deletion(input, {
        kind: 'delete-checkpoint',
        going: (_vm, checkpoint) => [checkpoint],
        refusal: deleteRefusal,
        run: (host, { percent }) => host.deleteCheckpoint(refOf(input), percent),
      }),
    'checkpoint.deleteSubtree': (input) =>
      deletion(input, {
        kind: 'delete-checkpoint-subtree',
        going: subtreeOf,
        refusal: deleteSubtreeRefusal,
        run: (host, { percent }) => host.deleteCheckpointSubtree(refOf(input), percent),
      }),
  }
}

interface Deletion extends Pick<Change, 'run'> {
  readonly kind: 'delete-checkpoint' | 'delete-checkpoint-subtree'
  readonly going: (vm: Vm, checkpoint: Checkpoint) => readonly Checkpoint[]
  readonly refusal: (vm: Vm, checkpoint: Checkpoint) => Refusal | null
}

function refOf({ vmId, checkpointId }: Parsed<ThatLose>): Pick<Parsed<ThatLose>, 'vmId' | 'checkpointId'> {
  return { vmId, checkpointId }
}
