import type { Diagnosis } from '#contract/diagnosis'
import type { ExamineHost, OwnFacts } from './diagnosis-facts.ts'
import { findingsOf } from './diagnosis.ts'
import type { FailureHistory } from './failure-history.ts'
import type { Inventory } from './inventory.ts'
import type { Clock } from './ports.ts'

interface Dependencies {
  readonly examine: ExamineHost
  readonly inventory: Pick<Inventory, 'status' | 'vms' | 'condition'>
  readonly history: FailureHistory
  /** What the app knows of itself at the moment. */
  readonly own: () => OwnFacts
  readonly clock: Pick<Clock, 'now'>
}

/** Looks at everything between this app and the virtual machines. Who asks while that goes on gets the same answer. */
export function createDiagnose(dependencies: Dependencies): () => Promise<Diagnosis> {
  let current: Promise<Diagnosis> | null = null
  return () => {
    current ??= diagnose(dependencies).finally(() => {
      current = null
    })
    return current
  }
}

async function diagnose({ examine, inventory, history, own, clock }: Dependencies): Promise<Diagnosis> {
  const host = await examine()
  const findings = findingsOf({
    host,
    status: inventory.status(),
    vmCount: inventory.vms().length,
    condition: inventory.condition(),
    failures: history.read(),
    own: own(),
  })
  return { madeAt: new Date(clock.now()).toISOString(), findings: [...findings] }
}
