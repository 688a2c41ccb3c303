import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { checkpointKind, type CheckpointKind } from '#contract/checkpoint-kind'
import type { Checkpoint, Operation, OperationId, Vm, VmId } from '#contract/model'
import { useOperations } from '../stores/operations.ts'
import { useRecords } from '../stores/records.ts'
import { useVms } from '../stores/vms.ts'

/** A checkpoint that was taken here, and what it turned out to be. */
export interface Taken {
  readonly operation: Operation
  readonly vm: Vm
  readonly checkpoint: Checkpoint
  readonly kind: CheckpointKind
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
  const results = computed(() => ids.value.flatMap(takenBy).slice(0, mostShown))

  function takenBy(id: OperationId): readonly Taken[] {
    const operation = operations.byId.get(id)
    if (operation?.state !== 'done') return []
    const vm = vms.byId.get(operation.vmId)
    const checkpoint = vm?.checkpoints.find((each) => each.id === operation.checkpointId)
    if (vm === undefined || checkpoint === undefined || isGoing(checkpoint)) return []
    const kind = checkpointKind(checkpoint, records.byId.get(checkpoint.id) ?? null)
    return [{ operation, vm, checkpoint, kind }]
  }

  function isGoing({ id }: Checkpoint): boolean {
    return operations.underWay.some(
      ({ kind, checkpointId }) => kind === 'delete-checkpoint' && checkpointId === id,
    )
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
