import { applyRefusal } from '#contract/eligibility'
import { AppError, assertNever } from '#contract/errors'
import type { CheckpointId, Operation, OperationId, Vm } from '#contract/model'
import type { Change } from './change.ts'
import { requireCheckpoint } from './changer.ts'
import type { OperationsQueue } from './operations-queue.ts'

/** Takes back what can be. Answers the operation that was withdrawn, or the one that goes back. */
export type Undo = (id: OperationId) => Promise<Operation>

/** Asked for twice, it is the same: nothing is taken back again. */
export function createUndo(
  queue: Pick<OperationsQueue, 'list' | 'withdraw' | 'endUndo'>,
  change: (change: Change) => Promise<Operation>,
): Undo {
  const goneBackBy = new Map<OperationId, OperationId>()
  const listed = (id: OperationId | undefined): Operation | undefined =>
    queue.list().find((each) => each.id === id)

  async function goBack(operation: Operation, keptId: CheckpointId): Promise<Operation> {
    const goingBack = await change(backTo(operation, keptId))
    goneBackBy.set(operation.id, goingBack.id)
    queue.endUndo(operation.id)
    return goingBack
  }

  return async (id) => {
    const operation = listed(id)
    const earlier = operation?.state === 'undone' ? operation : listed(goneBackBy.get(id))
    if (earlier !== undefined) return earlier
    if (operation === undefined) throw new AppError('not-allowed', 'This can’t be undone any more.')
    if (operation.undo === null) throw tooLate(operation)
    switch (operation.undo.by) {
      case 'not-sending': {
        const withdrawn = queue.withdraw(id)
        if (withdrawn === null) throw tooLate(operation)
        return withdrawn
      }
      case 'going-back':
        return goBack(operation, operation.undo.checkpointId)
      default:
        return assertNever(operation.undo)
    }
  }
}

/** The kept checkpoint stays until it is deleted; what was written since it was taken is what is undone. */
function backTo({ vmId, checkpointId: appliedId }: Operation, keptId: CheckpointId): Change {
  const ref = { vmId, checkpointId: keptId }
  return {
    vmId,
    wish: { kind: 'apply-checkpoint', checkpointId: keptId, keepsCurrent: false },
    refusal: (vm) => movedRefusal(vm, appliedId) ?? applyRefusal(vm, requireCheckpoint(vm, keptId)),
    run: (host, { percent }) => host.applyCheckpoint(ref, percent),
  }
}

function movedRefusal(vm: Vm, appliedId: CheckpointId | null): ReturnType<typeof applyRefusal> {
  if (vm.parentCheckpointId === appliedId) return null
  return {
    code: 'changed-meanwhile',
    message: `${vm.name} was changed since, so this can’t be undone in one step. Look at its checkpoints and apply the one you want.`,
  }
}

function tooLate({ kind, vmName }: Operation): AppError {
  if (kind === 'apply-checkpoint' || kind === 'revert') {
    return new AppError(
      'not-allowed',
      `This can’t be undone in one step any more. Look at the checkpoints of ${vmName} and apply the one you want.`,
    )
  }
  const isDeletion = kind === 'delete-checkpoint' || kind === 'delete-checkpoint-subtree'
  return new AppError(
    'not-allowed',
    isDeletion ? 'The time to undo this delete is over.' : 'This can’t be undone.',
  )
}
