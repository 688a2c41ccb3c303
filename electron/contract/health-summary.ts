import type { HealthFinding } from './health-finding.ts'
import type { VmId } from './model.ts'

/** No zod in here: the window runs this file. */

/** How much deserves a look, in machines: one with forty old checkpoints is one thing to see to. */
export interface HealthSummary {
  readonly machines: number
  /** Those of them with something that is wrong. */
  readonly wrong: number
  /** Whether something is found that belongs to no machine: a volume that fills up, a disk that nobody uses. */
  readonly isOfHost: boolean
  /** Null where nothing was found. */
  readonly worst: HealthFinding['severity'] | null
}

export function healthSummary(findings: readonly HealthFinding[]): HealthSummary {
  const wrong = findings.filter(({ severity }) => severity === 'wrong')
  return {
    machines: machinesOf(findings).size,
    wrong: machinesOf(wrong).size,
    isOfHost: findings.some(({ subject }) => !('vmId' in subject)),
    worst: wrong.length > 0 ? 'wrong' : findings.length > 0 ? 'look' : null,
  }
}

function machinesOf(findings: readonly HealthFinding[]): ReadonlySet<VmId> {
  return new Set(findings.flatMap(({ subject }) => ('vmId' in subject ? subject.vmId : [])))
}
