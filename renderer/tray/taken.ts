import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import type { Operation, OperationId, VmId } from '#contract/model'
import { notificationOf, type OperationNotification } from '#contract/operation-notification'
import { useOperations } from '../stores/operations.ts'
import { useRecords } from '../stores/records.ts'
import { useVms } from '../stores/vms.ts'

/** A checkpoint that was taken here, and what is told of it. */
export interface Taken extends OperationNotification {
  readonly operation: Operation
}

/** As many as can be read here. */
const mostShown = 3

/** The checkpoints that were asked for in this window. */
export const useTaken = defineStore('taken', () => {
  const operations = useOperations()
  const records = useRecords()
  const vms = useVms()
  const ids = shallowRef<readonly OperationId[]>([])

  /** Newest first; one that is deleted, or about to be, is not offered any more. */
  const results = computed<readonly Taken[]>(() =>
    ids.value
      .flatMap((id) => {
        const operation = operations.byId.get(id)
        return operation?.state === 'done' && isThere(operation) ? [operation] : []
      })
      .flatMap((operation) => {
        const record = operation.checkpointId === null ? undefined : records.byId.get(operation.checkpointId)
        const told = notificationOf(operation, record ?? null)
        return told === null ? [] : [{ ...told, operation }]
      })
      .slice(0, mostShown),
  )

  function isThere({ vmId, checkpointId }: Operation): boolean {
    const isGoing = operations.underWay.some(
      (each) => each.kind === 'delete-checkpoint' && each.checkpointId === checkpointId,
    )
    return !isGoing && vms.byId.get(vmId)?.checkpoints.some(({ id }) => id === checkpointId) === true
  }

  /** Rejects with `AppError` where none can be taken. */
  async function take(vmId: VmId, reason: string | null): Promise<void> {
    const operation = await operations.send('checkpoint.quick', {
      vmId,
      ...(reason === null ? {} : { reason }),
    })
    ids.value = [operation.id, ...ids.value]
  }

  function dismiss(id: OperationId): void {
    ids.value = ids.value.filter((each) => each !== id)
  }

  return { ids, results, take, dismiss }
})
