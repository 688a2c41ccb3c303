import type { Publish } from '#contract/events'
import type { Operation, OperationId } from '#contract/model'
import { isEnded } from './new-operation.ts'

/** What is under way, and what ended lately; oldest first. Whatever changes of it is told. */
export interface OperationsList {
  readonly all: () => readonly Operation[]
  readonly find: (id: OperationId) => Operation | undefined
  readonly add: (operation: Operation) => void
  /** Answers what it is then; undefined where it is not in the list any more. */
  readonly change: (id: OperationId, values: Partial<Operation>) => Operation | undefined
  /** Those that ended long ago go. */
  readonly forgetOld: () => void
}

const endedOperationsKept = 50

export function createOperationsList(publish: Publish): OperationsList {
  const operations = new Map<OperationId, Operation>()

  function put(operation: Operation): Operation {
    operations.set(operation.id, operation)
    publish('operation.changed', operation)
    return operation
  }

  return {
    all: () => [...operations.values()],
    find: (id) => operations.get(id),
    add: put,
    change: (id, values) => {
      const operation = operations.get(id)
      return operation === undefined ? undefined : put({ ...operation, ...values })
    },
    forgetOld: () => {
      const ended = [...operations.values()].filter(isEnded)
      for (const { id } of ended.slice(0, -endedOperationsKept)) operations.delete(id)
    },
  }
}
