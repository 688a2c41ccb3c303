import type { Operation, OperationId } from '#contract/model'
import { type OperationNotification, notificationOf } from '#contract/operation-notification'
import type { TrayFacts } from '#contract/tray-facts'

export interface TrayResults {
  /** It is told how it ends, unless that can be seen elsewhere by then. */
  readonly follow: (operation: Pick<Operation, 'id'>, isSeen?: () => boolean) => void
  readonly look: (facts: Pick<TrayFacts, 'operations' | 'records'>) => void
}

/** Tells how those operations ended that began where nobody sees their end: in the tray, by the key, from the command line. */
export function createTrayResults(tell: (told: OperationNotification) => void): TrayResults {
  const followed = new Map<OperationId, () => boolean>()
  const end = (operation: Operation, { records }: Pick<TrayFacts, 'records'>): void => {
    const isSeen = followed.get(operation.id)
    if (isSeen === undefined || operation.endedAt === null) return
    followed.delete(operation.id)
    const record = records.find(({ checkpointId }) => checkpointId === operation.checkpointId)
    const told = notificationOf(operation, record ?? null)
    if (told !== null && !isSeen()) tell(told)
  }
  return {
    follow: ({ id }, isSeen = nowhere) => {
      followed.set(id, isSeen)
    },
    look: (facts) => {
      for (const operation of facts.operations) end(operation, facts)
    },
  }
}

function nowhere(): boolean {
  return false
}
