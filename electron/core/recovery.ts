import type { EventHub } from './event-hub.ts'
import type { Inventory } from './inventory.ts'
import type { LeftBehind } from './journal-entry.ts'
import { mergeEnd } from './merge-end.ts'
import type { OperationsQueue } from './operations-queue.ts'
import { neverSent } from './outcome-failures.ts'
import type { SettleOutcome } from './settle-outcome.ts'
import type { WorkProgress, WorkResult } from './work.ts'

interface Dependencies {
  readonly inventory: Inventory
  readonly queue: OperationsQueue
  readonly settle: SettleOutcome
}

/**
 * Takes up the operations that an earlier start of the app left behind, once Hyper-V can be asked: each is listed
 * again, and ends with what the host shows that became of it. Nothing is sent again.
 */
export function recoverWhenLive(
  { subscribe }: Pick<EventHub, 'subscribe'>,
  leftBehind: readonly LeftBehind[],
  dependencies: Dependencies,
): void {
  const unsubscribe = subscribe((event) => {
    if (event.name !== 'host.changed' || event.payload.connection !== 'live') return
    unsubscribe()
    if (event.payload.kind === 'hyper-v') recoverOperations(leftBehind, dependencies)
  })
}

export function recoverOperations(
  leftBehind: readonly LeftBehind[],
  { inventory, queue, settle }: Dependencies,
): void {
  for (const { intent, before } of leftBehind) {
    const { id, startedAt, vmId, vmName, checkpointName, wish } = intent
    const run = ({ percent }: WorkProgress): Promise<WorkResult> =>
      before === null ? Promise.reject(neverSent()) : settle({ vmId, vmName, wish, before }, percent)
    queue.submit({
      wish,
      vm: { id: vmId, name: vmName },
      checkpointName,
      key: id,
      run,
      afterwards: isDeletion(wish.kind) ? (onProgress) => mergeEnd(inventory, vmId, onProgress) : undefined,
      recovered: { id, startedAt },
    })
  }
}

function isDeletion(kind: LeftBehind['intent']['wish']['kind']): boolean {
  return kind === 'delete-checkpoint' || kind === 'delete-checkpoint-subtree'
}
