import type { Operation } from '#contract/model'
import type { Change } from './change.ts'
import { createChanger } from './changer.ts'
import { createTakeAndLook } from './failed-taking.ts'
import type { Inventory } from './inventory.ts'
import type { OperationsQueue } from './operations-queue.ts'
import { type PolicyLoans, createPolicyLoans } from './policy-loan.ts'
import type { Clock } from './ports.ts'
import { createReadinessReader } from './readiness-in-time.ts'
import { createRecorder } from './record-taken.ts'
import type { KeptRecords } from './records.ts'
import { createSender } from './send-change.ts'
import { createOutcomeSettler } from './settle-outcome.ts'
import { type SettleTaking, createTakingSettler } from './settle-taking.ts'

/** All that changes something, and what takes it up again after the app was gone. */
export interface Changes {
  readonly change: (change: Change) => Promise<Operation>
  readonly loans: PolicyLoans
  readonly settleTaking: SettleTaking
}

interface Dependencies {
  readonly inventory: Inventory
  readonly queue: OperationsQueue
  readonly records: Pick<KeptRecords, 'knows' | 'put'>
  readonly clock: Clock
  /** Who is signed in; empty where that is unknown. */
  readonly by: string
}

export function createChanges({ inventory, queue, records, clock, by }: Dependencies): Changes {
  const readReadiness = createReadinessReader(inventory, clock)
  const settle = createOutcomeSettler(inventory, clock, readReadiness)
  const loans = createPolicyLoans(inventory, settle, clock)
  const recordTaken = createRecorder({ inventory, records, clock, by })
  const settleTaking = createTakingSettler({ inventory, settle, recordTaken })
  const takeAndLook = createTakeAndLook({ inventory, readReadiness })
  const send = createSender({ inventory, settleTaking, loans, recordTaken, takeAndLook, clock })
  return { change: createChanger({ inventory, queue, readReadiness, send }), loans, settleTaking }
}
