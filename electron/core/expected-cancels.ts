import type { Failure } from '#contract/errors'
import type { Operation, OperationId, Vm } from '#contract/model'
import { isActivityOf } from './under-way.ts'

/** Which operations are being cancelled at somebody's wish. */
export interface ExpectedCancels {
  /**
   * What Hyper-V is doing with that machine is being cancelled. Where it is an operation of ours, it is called so if it
   * fails. The function returned takes that back.
   */
  readonly expect: (vm: Pick<Vm, 'id' | 'activity'>) => () => void
  /** The failure as it is to be told. */
  readonly named: (id: OperationId, failure: Failure) => Failure
  readonly forget: (id: OperationId) => void
}

export function createExpectedCancels(operations: () => readonly Operation[]): ExpectedCancels {
  const cancelling = new Set<OperationId>()
  return {
    expect: ({ id: vmId, activity }) => {
      const running = operations().find(
        ({ kind, state, ...operation }) =>
          operation.vmId === vmId &&
          state === 'running' &&
          activity !== null &&
          isActivityOf(kind, activity.kind),
      )
      if (running !== undefined) cancelling.add(running.id)
      return () => {
        if (running !== undefined) cancelling.delete(running.id)
      }
    },
    // Hyper-V has no word of its own for "cancelled" that could be relied on; whoever asked for it knows.
    named: (id, failure) => {
      const isOpen = failure.code === 'operation-failed' || failure.code === 'outcome-unknown'
      return cancelling.has(id) && isOpen ? cancelled : failure
    },
    forget: (id) => {
      cancelling.delete(id)
    },
  }
}

const cancelled: Failure = { code: 'cancelled', message: 'This was cancelled before it was finished.' }
