import { assertNever } from '#contract/errors'
import type { Operation, OperationId } from '#contract/model'
import { checkpointOf } from './wish.ts'
import type { Work } from './work.ts'

/** The operation that a piece of work becomes when it is accepted. */
export function newOperation(
  { wish, vm, checkpointName, recovered }: Work,
  newId: () => OperationId,
  moment: () => string,
): Operation {
  return {
    id: recovered?.id ?? newId(),
    kind: wish.kind,
    vmId: vm.id,
    vmName: vm.name,
    checkpointId: checkpointOf(wish),
    checkpointName,
    state: 'queued',
    isKeepingCurrent: false,
    isRecovered: recovered !== undefined,
    percent: null,
    undo: null,
    startedAt: recovered?.startedAt ?? moment(),
    endedAt: null,
    error: null,
    remark: null,
  }
}

export function isEnded(operation: Operation): boolean {
  switch (operation.state) {
    case 'waiting':
    case 'queued':
    case 'running':
    case 'merging':
      return false
    case 'done':
    case 'undone':
    case 'failed':
    case 'unknown':
      return true
    default:
      return assertNever(operation.state)
  }
}
