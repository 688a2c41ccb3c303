import type { Changes } from './changes.ts'
import type { EventHub } from './event-hub.ts'
import type { Inventory } from './inventory.ts'
import type { LeftBehind } from './journal-entry.ts'
import { mergeEnd } from './merge-end.ts'
import type { OperationsQueue } from './operations-queue.ts'
import { neverSent } from './outcome-failures.ts'
import { untangleLoans } from './untangle-loans.ts'
import { isDeletion, keyOf } from './wish.ts'
import type { WorkProgress, WorkResult } from './work.ts'

interface Dependencies extends Pick<Changes, 'loans' | 'settleTaking'> {
  readonly inventory: Inventory
  readonly queue: OperationsQueue
}

/**
 * Takes up the operations that an earlier start of the app left behind, as soon as it is known which host this is: each
 * is listed again, before anybody can ask for more, and ends with what the host shows that became of it. Nothing is sent
 * again; only a policy that was changed for one checkpoint is put back.
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

function recoverOperations(leftBehind: readonly LeftBehind[], dependencies: Dependencies): void {
  const { inventory, queue } = dependencies
  for (const left of untangleLoans(leftBehind)) {
    const { id, startedAt, vmId, vmName, checkpointName, wish } = left.intent
    const run = (progress: WorkProgress): Promise<WorkResult> => foundAgain(left, progress, dependencies)
    queue.submit({
      wish,
      vm: { id: vmId, name: vmName },
      checkpointName,
      key: keyOf(vmId, wish),
      run,
      afterwards: isDeletion(wish) ? (onProgress) => mergeEnd(inventory, vmId, onProgress) : undefined,
      recovered: { id, startedAt },
    })
  }
}

async function foundAgain(
  { intent, before }: LeftBehind,
  { percent, sending }: WorkProgress,
  { loans, settleTaking }: Dependencies,
): Promise<WorkResult> {
  if (before === null) throw neverSent()
  const { vmId, vmName, wish, startedAt } = intent
  const sent = { vmId, vmName, wish, before }
  return loans.after(
    sent,
    () => sending(before),
    () => settleTaking({ sent, backupService: 'unknown', since: startedAt }, percent),
  )
}
