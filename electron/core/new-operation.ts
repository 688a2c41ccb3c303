import { assertNever } from '#contract/errors'
import type { Operation, OperationId } from '#contract/model'
import { checkpointOf } from './wish.ts'
import type { Work } from './work.ts'

/** The operation that a piece of work becomes when it is accepted. */
export function newOperation(
  { wish, vm, checkpointName, recovered, undoMilliseconds = 0 }: Work,
  newId: () => OperationId,
  now: number,
): Operation {
  const canWait = recovered === undefined && undoMilliseconds > 0
  return {
    id: recovered?.id ?? newId(),
    kind: wish.kind,
    vmId: vm.id,
    vmName: vm.name,
    checkpointId: checkpointOf(wish),
    checkpointName,
    state: canWait ? 'waiting' : 'queued',
    isKeepingCurrent: false,
    isRecovered: recovered !== undefined,
    percent: null,
    undo: canWait ? { by: 'not-sending', until: isoOf(now + undoMilliseconds) } : null,
    startedAt: recovered?.startedAt ?? isoOf(now),
    endedAt: null,
    error: null,
    remark: null,
  }
}

/** A moment as the contract writes it. */
export function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
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
