import type { CheckpointId, Operation, Vm } from '#contract/model'
import type { EventHub } from './event-hub.ts'
import type { Inventory } from './inventory.ts'
import type { OperationsQueue } from './operations-queue.ts'

interface Dependencies {
  readonly inventory: Pick<Inventory, 'until'>
  readonly queue: Pick<OperationsQueue, 'list' | 'endUndo'>
}

/**
 * An apply can be undone in one step as long as the checkpoint that keeps the state before it is there, "Now" still hangs
 * under what was applied, and nothing was applied after it. When that is over, so is its undo, whoever changed it.
 */
export function endUndoWhereWrong(
  { subscribe }: Pick<EventHub, 'subscribe'>,
  { inventory, queue }: Dependencies,
): void {
  subscribe((event) => {
    if (event.name !== 'operation.changed') return
    const operation = event.payload
    if (hasGoneBack(operation)) endEarlier(operation, queue)
    if (operation.undo?.by !== 'going-back') return
    const { checkpointId: keptId } = operation.undo
    const isOver = (vm: Vm): boolean => !isOneStep(vm, operation, keptId) || !isUndoable(operation, queue)
    void inventory.until(operation.vmId, isOver).then(() => {
      queue.endUndo(operation.id)
    })
  })
}

/** Where nobody can tell whether it went back, what was kept before is the state before another step. */
function hasGoneBack({ kind, state }: Operation): boolean {
  return (kind === 'apply-checkpoint' || kind === 'revert') && (state === 'done' || state === 'unknown')
}

function endEarlier({ id, vmId }: Operation, queue: Dependencies['queue']): void {
  const all = queue.list()
  const earlier = all.slice(
    0,
    Math.max(
      0,
      all.findIndex((each) => each.id === id),
    ),
  )
  for (const each of earlier) if (each.vmId === vmId) queue.endUndo(each.id)
}

function isOneStep(vm: Vm, { checkpointId: appliedId }: Operation, keptId: CheckpointId): boolean {
  return vm.parentCheckpointId === appliedId && vm.checkpoints.some(({ id }) => id === keptId)
}

function isUndoable({ id }: Operation, queue: Dependencies['queue']): boolean {
  return queue.list().some((each) => each.id === id && each.undo !== null)
}
