import type { Operation } from '#contract/model'
import type { Change } from './change.ts'
import { createChanger } from './changer.ts'
import type { Inventory } from './inventory.ts'
import type { OperationsQueue } from './operations-queue.ts'
import { type PolicyLoans, createPolicyLoans } from './policy-loan.ts'
import type { Clock } from './ports.ts'
import { createReadinessReader } from './readiness-in-time.ts'
import { type RecordTaken, createRecorder } from './record-taken.ts'
import type { KeptRecords } from './records.ts'
import { createSender } from './send-change.ts'
import { type SettleOutcome, createOutcomeSettler } from './settle-outcome.ts'

/** All that changes something, and what takes it up again after the app was gone. */
export interface Changes {
  readonly change: (change: Change) => Promise<Operation>
  readonly settle: SettleOutcome
  readonly loans: PolicyLoans
  readonly recordTaken: RecordTaken
}

interface Dependencies {
  readonly inventory: Inventory
  readonly queue: OperationsQueue
  readonly records: Pick<KeptRecords, 'put'>
  readonly clock: Clock
  /** Who is signed in; empty where that is unknown. */
  readonly by: string
}

export function createChanges({ inventory, queue, records, clock, by }: Dependencies): Changes {
  const settle = createOutcomeSettler(inventory, clock)
  const loans = createPolicyLoans(inventory, settle, clock)
  const recordTaken = createRecorder({ inventory, records, clock, by })
  const send = createSender({ inventory, settle, loans, recordTaken, clock })
  const readReadiness = createReadinessReader(inventory, clock)
  return { change: createChanger({ inventory, queue, readReadiness, send }), settle, loans, recordTaken }
}
