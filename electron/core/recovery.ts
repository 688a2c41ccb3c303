import type { EventHub } from './event-hub.ts'
import type { Inventory } from './inventory.ts'
import type { LeftBehind } from './journal-entry.ts'
import { mergeEnd } from './merge-end.ts'
import type { OperationsQueue } from './operations-queue.ts'
import { neverSent } from './outcome-failures.ts'
import type { SettleOutcome } from './settle-outcome.ts'
import { keyOf } from './wish.ts'
import type { WorkProgress, WorkResult } from './work.ts'

interface Dependencies {
  readonly inventory: Inventory
  readonly queue: OperationsQueue
  readonly settle: SettleOutcome
}

/**
 * Takes up the operations that an earlier start of the app left behind, as soon as it is known which host this is: each
 * is listed again, before anybody can ask for more, and ends with what the host shows that became of it. Nothing is sent
 * again.
 */
export function recoverWhenConnected(
  { subscribe }: Pick<EventHub, 'subscribe'>,
  leftBehind: readonly LeftBehind[],
  dependencies: Dependencies,
): void {
  const unsubscribe = subscribe((event) => {
    // The description is empty until the way to a host is open for the first time.
    if (event.name !== 'host.changed' || event.payload.description === '') return
    unsubscribe()
    if (event.payload.kind === 'hyper-v') recoverOperations(leftBehind, dependencies)
  })
}

function recoverOperations(
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
      key: keyOf(vmId, wish),
      run,
      afterwards: isDeletion(wish.kind) ? (onProgress) => mergeEnd(inventory, vmId, onProgress) : undefined,
      recovered: { id, startedAt },
    })
  }
}

function isDeletion(kind: LeftBehind['intent']['wish']['kind']): boolean {
  return kind === 'delete-checkpoint' || kind === 'delete-checkpoint-subtree'
}
